import type { ErrorCode } from '../../../shared/errors.ts';
import { PROOF_VALID_MS, type TunnelStatus } from '../../../shared/status.ts';
import { passGate } from './gate.ts';
import { networkPlace } from './interfaces.ts';
import { createPace } from './pace.ts';
import { type Proof, prove } from './prove.ts';
import { type Again, type Tunnel, type TunnelConfig, TunnelError, type TunnelProvider } from './tunnel.ts';
import { createWaker } from './waker.ts';

const PROVE_EVERY_MS = 30_000;
const PROOF_LIMIT_MS = 10_000;
/** The second look, before a tunnel is given up, and the first after the network has changed. */
const SECOND_LIMIT_MS = 4_000;
const OPEN_LIMIT_MS = 30_000;
/** A fresh tunnel's sockets may connect after its address is known. */
const FIRST_PROOFS_MS = 8_000;
const FIRST_PAUSES_MS = [100, 250, 500, 1_000];
/** A way that cannot be opened anew is looked at again after these. */
const LOOK_PAUSES_MS = [1_000, 2_000, 5_000, 10_000];
const TICK_MS = 5_000;
/** A tick that comes this much later than it should: the machine slept. */
const SLEPT_MS = 10_000;

export type CheckReason = 'resume' | 'network' | 'asked';

export interface SupervisorContext {
  /** Where the receiver listens. */
  port(): number;
  /** What the receiver will answer to a nonce of this minute. Rejects where it is away. */
  issue(): Promise<{ nonce: string; expected: string }>;
  /** The name that a server gave last; `of` names provider and server. */
  remembered(of: string): string | undefined;
  remember(of: string, name: string): void;
  /** What `status` gives has changed. */
  changed(status: TunnelStatus): void;
  /** The path is whole again, or for the first time, or at another address. */
  opened(publicUrl: string): void;
  /** Each proof; milliseconds since the epoch. */
  proved(at: number): void;
  /** A path that was proved is so no longer. @param since its last proof */
  lost(since: number, reason: string): void;
  /** Milliseconds since the epoch. */
  now?: () => number;
  place?: () => string;
}

type Phase =
  | { is: 'off' }
  | { is: 'opening' }
  | { is: 'open'; tunnel: Tunnel; provedAt?: number; doubt?: string }
  | { is: 'retrying'; at: number; reason: string; code: ErrorCode }
  | { is: 'failed'; reason: string; code: ErrorCode };

/** Keeps one way in open, and says only what it has proved. */
export function createSupervisor(context: SupervisorContext) {
  const now = context.now ?? Date.now;
  const place = context.place ?? networkPlace;
  const waker = createWaker();
  const pace = createPace();
  let chosen: { provider: TunnelProvider; config: TunnelConfig } | undefined;
  let life = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let phase: Phase = { is: 'off' };
  let last: { at: number; roundTripMs: number } | undefined;
  let shown = '';
  let wasProved = false;
  let ticking: NodeJS.Timeout | undefined;

  function status(): TunnelStatus {
    const base = {
      provider: chosen?.provider.info.id ?? ('off' as const),
      publicUrl: phase.is === 'open' ? phase.tunnel.publicUrl : null,
      lastProofAt: last ? new Date(last.at).toISOString() : null,
      ...(last && { roundTripMs: Math.round(last.roundTripMs) }),
    };
    switch (phase.is) {
      case 'off':
      case 'opening':
        return { ...base, state: phase.is };
      case 'open': {
        const age = phase.provedAt === undefined ? Number.POSITIVE_INFINITY : now() - phase.provedAt;
        const isFresh = phase.doubt === undefined && age >= 0 && age < PROOF_VALID_MS;
        if (isFresh) return { ...base, state: 'connected' };
        return { ...base, state: 'unproved', reason: phase.doubt ?? 'Not proved yet.', code: 'tunnel_down' };
      }
      case 'retrying':
        return {
          ...base,
          state: 'retrying',
          nextTryAt: new Date(phase.at).toISOString(),
          reason: phase.reason,
          code: phase.code,
        };
      case 'failed':
        return { ...base, state: 'failed', reason: phase.reason, code: phase.code };
    }
  }

  function tell(): void {
    const next = status();
    const text = JSON.stringify(next);
    if (text === shown) return;
    shown = text;
    context.changed(next);
  }

  function enter(next: Phase): void {
    phase = next;
    tell();
  }

  /** Once for each time that a proved path is gone. */
  function noteLost(reason: string): void {
    if (!wasProved || !last) return;
    wasProved = false;
    context.lost(last.at, reason);
  }

  async function proofOf(tunnel: Tunnel, limit: number, signal: AbortSignal): Promise<Proof | 'unknown'> {
    let issued: { nonce: string; expected: string };
    try {
      issued = await context.issue();
    } catch {
      return 'unknown';
    }
    const closed = new AbortController();
    void tunnel.closed.then(() => closed.abort());
    return prove(tunnel.publicUrl, issued, limit, AbortSignal.any([signal, closed.signal]));
  }

  function noteProof(tunnel: Tunnel, roundTripMs: number): void {
    last = { at: now(), roundTripMs };
    pace.succeeded();
    const isNews = !wasProved;
    wasProved = true;
    enter({ is: 'open', tunnel, provedAt: last.at });
    context.proved(last.at);
    if (isNews) context.opened(tunnel.publicUrl);
  }

  /** Opens it, and asks for the name of before. @throws TunnelError */
  async function open(of: NonNullable<typeof chosen>, signal: AbortSignal): Promise<Tunnel> {
    const { provider, config } = of;
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(OPEN_LIMIT_MS)]);
    const gate = provider.gate(config);
    if (gate) await passGate(gate, bounded);
    const key = `${provider.info.id} ${config.host ?? ''}`.trim();
    const name = context.remembered(key);
    pace.opened(now());
    const tunnel = await provider.open(
      { port: context.port(), signal: bounded, ...(name !== undefined && { name }) },
      config,
    );
    // On a full disk the name is not kept: the next start gets another.
    if (tunnel.name !== undefined) context.remember(key, tunnel.name);
    return tunnel;
  }

  /** The proofs of an open tunnel, for as long as it leads here. @returns why it is given up */
  async function watch(tunnel: Tunnel, canReopen: boolean, signal: AbortSignal): Promise<TunnelError> {
    let end: TunnelError | undefined;
    let isWatching = true;
    void tunnel.closed.then((error) => {
      if (!isWatching) return;
      end = error ?? new TunnelError('tunnel_down', 'The tunnel was closed.', 'soon');
      waker.wake();
    });
    let doubts = 0;
    let isHurried = false;
    const began = now();
    while (!signal.aborted && !end) {
      const isFirst = phase.is === 'open' && phase.provedAt === undefined;
      const limit = (doubts > 0 || isHurried) && !isFirst ? SECOND_LIMIT_MS : PROOF_LIMIT_MS;
      const proof = await proofOf(tunnel, limit, signal);
      if (signal.aborted || end) break;
      if (proof !== 'unknown' && proof.proved) {
        doubts = 0;
        noteProof(tunnel, proof.roundTripMs);
        isHurried = (await waker.wait(PROVE_EVERY_MS)) === 'woken';
        continue;
      }
      if (proof === 'unknown') {
        // The receiver is starting again: that says nothing of the tunnel.
        await waker.wait(1_000);
        continue;
      }
      const { reason } = proof;
      doubts++;
      if (!isFirst) noteLost(reason);
      enter({ is: 'open', tunnel, ...(phase.is === 'open' && { provedAt: phase.provedAt }), doubt: reason });
      if (!canReopen) {
        await waker.wait(LOOK_PAUSES_MS[Math.min(doubts, LOOK_PAUSES_MS.length) - 1] ?? 10_000);
      } else if (isFirst && now() - began < FIRST_PROOFS_MS) {
        await waker.wait(FIRST_PAUSES_MS[Math.min(doubts, FIRST_PAUSES_MS.length) - 1] ?? 1_000);
      } else if (isFirst || doubts > 1) {
        end = new TunnelError('tunnel_down', reason, 'soon');
      }
    }
    isWatching = false;
    return end ?? new TunnelError('tunnel_down', 'Closed.', 'never');
  }

  async function live(of: NonNullable<typeof chosen>, signal: AbortSignal): Promise<void> {
    const canReopen = of.provider.info.id !== 'url';
    while (!signal.aborted) {
      enter({ is: 'opening' });
      pace.tried(now());
      let failure: TunnelError;
      try {
        const tunnel = await open(of, signal);
        if (!signal.aborted) {
          enter({ is: 'open', tunnel });
          failure = await watch(tunnel, canReopen, signal);
          noteLost(failure.message);
          // The state first: closing may take its time.
          if (!signal.aborted) enter(retry(failure));
        } else failure = new TunnelError('tunnel_down', 'Closed.', 'never');
        await tunnel.close();
      } catch (error) {
        failure = asTunnelError(error);
      }
      if (signal.aborted) return;
      pace.failed(now(), failure.again);
      await rest(failure, signal);
    }
  }

  function retry({ message, code }: TunnelError, hurried = false): Phase {
    return { is: 'retrying', at: pace.next(now(), hurried), reason: message, code };
  }

  async function rest(failure: TunnelError, signal: AbortSignal): Promise<void> {
    if (failure.again === 'never') {
      enter({ is: 'failed', reason: failure.message, code: failure.code });
      await waker.wait();
      return;
    }
    let hurried = false;
    for (;;) {
      const next = retry(failure, hurried);
      enter(next);
      const left = (next.is === 'retrying' ? next.at : 0) - now();
      if (left <= 0 || signal.aborted) return;
      // Woken, only what protects the server is still waited for.
      hurried = (await waker.wait(left)) === 'woken' || hurried;
    }
  }

  function watchClock(): void {
    let before = now();
    let stood = place();
    ticking = setInterval(() => {
      const at = now();
      const stands = place();
      if (Math.abs(at - before - TICK_MS) > SLEPT_MS || stands !== stood) waker.wake();
      before = at;
      stood = stands;
      // A proof may have grown too old, though no timer of ours said so.
      tell();
    }, TICK_MS);
    ticking.unref();
  }

  async function end(): Promise<void> {
    life.abort();
    waker.wake();
    clearInterval(ticking);
    await running;
  }

  return {
    status,

    /** Another way, or none; the one before it is closed first. What is the same already stays as it is. */
    async configure(provider: TunnelProvider | undefined, config: TunnelConfig): Promise<void> {
      const next = provider && { provider, config };
      const isSame =
        JSON.stringify([chosen?.provider.info.id, chosen?.config]) ===
        JSON.stringify([next?.provider.info.id, next?.config]);
      if (isSame && phase.is !== 'failed') return;
      await end();
      if (wasProved) noteLost('The way in was changed.');
      chosen = next;
      life = new AbortController();
      if (!next) return enter({ is: 'off' });
      watchClock();
      enter({ is: 'opening' });
      running = live(next, life.signal);
    },

    /** Proves it now; where it is being retried, tries now. */
    check(_why: CheckReason): void {
      waker.wake();
    },

    /** The tunnel is closed before this resolves. */
    async close(): Promise<void> {
      await end();
      phase = { is: 'off' };
    },
  };
}

export type Supervisor = ReturnType<typeof createSupervisor>;

function asTunnelError(error: unknown): TunnelError {
  if (error instanceof TunnelError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const again: Again = 'soon';
  return new TunnelError('tunnel_down', message, again, { cause: error });
}
