import { passGate } from './gate.ts';
import { type Issued, prove } from './prove.ts';
import type { Happening } from './supervisor-plan.ts';
import type { Trouble } from './supervisor-state.ts';
import { type Tunnel, type TunnelConfig, TunnelError, type TunnelProvider } from './tunnel.ts';

/** Longer than any provider takes; one that never settles is left behind. */
const OPEN_LIMIT_MS = 25_000;
const END_LIMIT_MS = 3_000;
const ISSUE_LIMIT_MS = 2_000;

export interface AttemptContext {
  provider: TunnelProvider;
  config: TunnelConfig;
  /** Where the receiver listens. */
  port(): number;
  issue(): Promise<Issued>;
  remembered(of: string): string | undefined;
  remember(of: string, name: string): void;
  /** What has come of it. Nothing is told after `end`. */
  tell(event: Happening): void;
}

/** One try with all that belongs to it: the look at the server, the tunnel, the proofs that go through it. */
export function createAttempt(context: AttemptContext) {
  const { provider, config } = context;
  const key = `${provider.info.id} ${config.host ?? ''}`.trim();
  const life = new AbortController();
  const { signal } = life;
  let opening: Promise<void> = Promise.resolve();
  let tunnel: Tunnel | undefined;
  let proving: AbortController | undefined;
  let ended: Promise<void> | undefined;

  function tell(event: Happening): void {
    if (!signal.aborted) context.tell(event);
  }

  async function open(): Promise<void> {
    try {
      const name = context.remembered(key);
      const wish = { port: context.port(), signal, ...(name !== undefined && { name }) };
      const opened = await provider.open(wish, config);
      // Given up meanwhile: what comes too late holds the name that the next one asks for.
      if (signal.aborted) return await opened.close();
      tunnel = opened;
      if (opened.name !== undefined && opened.name !== name) context.remember(key, opened.name);
      tell({ is: 'opened', publicUrl: opened.publicUrl });
      void opened.closed.then((error) => tell({ is: 'broken', trouble: troubleOf(error ?? lost) }));
    } catch (error) {
      tell({ is: 'broken', trouble: troubleOf(error) });
    }
  }

  async function proof(limit: number, giveUp: AbortSignal): Promise<Happening> {
    const issued = await within(ISSUE_LIMIT_MS, giveUp, () => context.issue());
    if (!issued || !tunnel) return { is: 'unasked' };
    const { publicUrl } = tunnel;
    const outcome = await prove(publicUrl, issued, limit, giveUp);
    return outcome.proved
      ? { is: 'proved', roundTripMs: outcome.roundTripMs }
      : { is: 'doubted', reason: outcome.reason };
  }

  async function endNow(): Promise<void> {
    life.abort();
    proving?.abort();
    await within(END_LIMIT_MS, unlimited, async () => {
      await opening;
      await tunnel?.close();
    });
  }

  return {
    /** @param before when those before this one are ended: there are never two */
    async reach(before: Promise<unknown>): Promise<void> {
      try {
        await before;
        if (signal.aborted) return;
        const gate = provider.gate(config);
        if (gate) await passGate(gate, signal);
        tell({ is: 'reached' });
      } catch (error) {
        tell({ is: 'broken', trouble: troubleOf(error) });
      }
    },

    async ask(): Promise<void> {
      opening = open();
      const isInTime = await within(OPEN_LIMIT_MS, signal, () => opening.then(() => true));
      if (!isInTime) tell({ is: 'broken', trouble: troubleOf(tooLate) });
    },

    /** In place of the one under way. @param limit milliseconds */
    async prove(limit: number): Promise<void> {
      proving?.abort();
      const own = new AbortController();
      proving = own;
      const event = await proof(limit, own.signal);
      if (!own.signal.aborted) tell(event);
    },

    /** Gives up what is under way and closes what is open; bounded, never rejects. */
    end(): Promise<void> {
      ended ??= endNow();
      return ended;
    },
  };
}

export type Attempt = ReturnType<typeof createAttempt>;

const lost = new TunnelError('tunnel_down', 'The tunnel was closed.', 'soon');
const tooLate = new TunnelError('timed_out', 'The tunnel took too long to open.', 'soon');

const unlimited = new AbortController().signal;

/** What comes of it; undefined where it fails, takes longer, or nobody waits for it any more. Never rejects. */
function within<Value>(
  ms: number,
  giveUp: AbortSignal,
  begin: () => Promise<Value>,
): Promise<Value | undefined> {
  const { promise, resolve } = Promise.withResolvers<Value | undefined>();
  const none = () => resolve(undefined);
  const timer = setTimeout(none, ms);
  giveUp.addEventListener('abort', none);
  if (giveUp.aborted) none();
  (async () => begin())().then(resolve, none);
  return promise.finally(() => {
    clearTimeout(timer);
    giveUp.removeEventListener('abort', none);
  });
}

/** What is not the provider's own error may hold anything: its words are not shown. */
function troubleOf(error: unknown): Trouble {
  if (error instanceof TunnelError) return { code: error.code, reason: error.message, again: error.again };
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const detail = typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? ` (${code})` : '';
  return { code: 'tunnel_down', reason: `The tunnel could not be opened${detail}.`, again: 'soon' };
}
