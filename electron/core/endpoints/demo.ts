import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { type Demo, demoEndpointId } from '../../../shared/demo.ts';
import { AppError } from '../../../shared/errors.ts';
import { findVendor } from '../vendors/registry.ts';
import type { SignedCall } from '../vendors/vendor.ts';
import { type DemoCue, demoCues, demoMs } from './demo-cues.ts';
import type { Endpoints } from './endpoints.ts';

interface Parts {
  lend: Endpoints['lend'];
  /** Sends one call as a marked sample, and waits until it is kept. @throws AppError */
  deliver(call: SignedCall, url: string): Promise<string>;
}

interface Playing {
  endsAt: string;
  over: AbortController;
  done: Promise<void>;
}

/**
 * Plays one made-up conversation of half a minute: really signed, through the real receiver, marked as samples. The
 * door that it takes belongs to no endpoint and is closed with it, so that nothing is left to tidy up, not by a crash either.
 */
export function createDemo({ lend, deliver }: Parts) {
  let playing: Playing | undefined;
  /** The first to ask opens the door; who asks meanwhile gets the same answer. */
  let starting: Promise<Demo> | undefined;

  async function start(): Promise<Demo> {
    const [first, ...others] = demoCues(randomInt(2 ** 31));
    const vendor = findVendor(first?.vendorId ?? '');
    if (!first || !vendor) throw new AppError('internal', 'The demo has no conversation.');
    const secret = randomBytes(24).toString('base64url');
    const door = await lend({ endpointId: demoEndpointId, vendor, secret });

    const play = async ({ sample }: DemoCue) => {
      const now = Date.now();
      const call = vendor.sample({ ...sample, agentId: 'Concierge', at: now });
      if (call) await deliver(vendor.signForTest(call, secret, now), door.url);
    };
    const over = new AbortController();
    try {
      await play(first);
    } catch (error) {
      await door.close();
      throw error;
    }
    const begun = Date.now();
    const done = (async () => {
      for (const cue of others) {
        const wait = Math.max(0, begun + cue.after - Date.now());
        await rest(wait, undefined, { signal: over.signal, ref: false });
        await play(cue);
      }
    })()
      // Whatever ends it early, the receiver's own state says why.
      .catch(() => undefined)
      .finally(() => {
        playing = undefined;
        return door.close();
      });
    playing = { endsAt: new Date(begun + demoMs).toISOString(), over, done };
    return { endsAt: playing.endsAt };
  }

  return {
    state: (): Demo => ({ endsAt: playing?.endsAt ?? null }),

    /** Resolves when the first of it is kept. One at a time: who asks again is told of the one that plays. @throws AppError */
    async play(): Promise<Demo> {
      if (playing) return { endsAt: playing.endsAt };
      starting ??= start().finally(() => {
        starting = undefined;
      });
      return starting;
    },

    /** Resolves when its door is closed. What was told stays, marked as samples. */
    async stop(): Promise<Demo> {
      await starting?.catch(() => undefined);
      playing?.over.abort();
      await playing?.done;
      return { endsAt: null };
    },
  };
}
