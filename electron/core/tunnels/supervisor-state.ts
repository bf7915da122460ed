import type { ErrorCode } from '../../../shared/errors.ts';
import { PROOF_VALID_MS, type TunnelStatus } from '../../../shared/status.ts';
import { type Pace, shiftPace, unhurriedPace } from './pace.ts';
import type { Again } from './tunnel.ts';

/** Proofs may seem to come from the future for as long as nobody has noticed that the clock was set back. */
const CLOCK_STEP_MS = 6_000;

/** Why there is no tunnel. */
export interface Trouble {
  code: ErrorCode;
  /** In words, for people; no secrets. */
  reason: string;
  again: Again;
}

/** The chosen way in. */
export interface Way {
  /** Names provider and configuration. */
  key: string;
  /** Whether a tunnel that leads nowhere can be replaced by another one. */
  reopens: boolean;
}

/** An open tunnel. Times in milliseconds since the epoch. */
export interface Open {
  is: 'open';
  publicUrl: string;
  since: number;
  /** Not proved since it was opened: its sockets may connect after its address is known. */
  fresh: boolean;
  /** The proof that counts; undefined where something has happened since. */
  provedAt: number | undefined;
  /** How many proofs have failed since the last one that did not. */
  doubts: number;
  doubt: string | undefined;
  /** The proof that is under way. */
  proving: { began: number; limit: number } | undefined;
  /** When the next one is due. */
  next: number;
}

export type Phase =
  | { is: 'off' }
  /** `asked`: the server answers, and a tunnel was asked for. */
  | { is: 'trying'; asked: boolean }
  | Open
  | { is: 'waiting'; until: number; trouble: Trouble }
  | { is: 'failed'; trouble: Trouble };

export interface State {
  way: Way | undefined;
  phase: Phase;
  pace: Pace;
  /** Whether the path was last told to be whole, and where it led from. */
  whole: boolean;
  last: { at: number; roundTripMs: number } | undefined;
}

export const offState: State = {
  way: undefined,
  phase: { is: 'off' },
  pace: unhurriedPace,
  whole: false,
  last: undefined,
};

/** Computed from the clock: no timer must have run for it to be true. */
export function isConnected(phase: Phase, now: number): boolean {
  if (phase.is !== 'open' || phase.provedAt === undefined || phase.doubt !== undefined) return false;
  const age = now - phase.provedAt;
  return age > -CLOCK_STEP_MS && age < PROOF_VALID_MS;
}

/** When something must happen by itself; undefined where nothing will. */
export function dueAt({ phase }: State): number | undefined {
  if (phase.is === 'waiting') return phase.until;
  if (phase.is !== 'open') return undefined;
  const tooOld = phase.provedAt === undefined ? Number.POSITIVE_INFINITY : phase.provedAt + PROOF_VALID_MS;
  const due = Math.min(tooOld, phase.proving ? Number.POSITIVE_INFINITY : phase.next);
  return Number.isFinite(due) ? due : undefined;
}

/** What people see of it. */
export function statusOf(state: State, provider: TunnelStatus['provider'], now: number): TunnelStatus {
  const { phase, last, way } = state;
  const base = {
    provider,
    publicUrl: phase.is === 'open' ? phase.publicUrl : null,
    lastProofAt: last ? new Date(last.at).toISOString() : null,
  };
  switch (phase.is) {
    case 'off':
      return { ...base, state: 'off' };
    case 'trying':
      return { ...base, state: 'opening' };
    case 'waiting': {
      const { reason, code } = phase.trouble;
      return { ...base, state: 'retrying', reason, code, nextTryAt: new Date(phase.until).toISOString() };
    }
    case 'failed':
      return { ...base, state: 'failed', reason: phase.trouble.reason, code: phase.trouble.code };
    case 'open': {
      if (isConnected(phase, now))
        return { ...base, state: 'connected', ...(last && { roundTripMs: Math.round(last.roundTripMs) }) };
      if (phase.fresh && way?.reopens) return { ...base, state: 'opening' };
      const reason = phase.doubt ?? (phase.fresh ? 'Not proved yet.' : 'The last proof is too old.');
      return { ...base, state: 'unproved', reason, code: 'tunnel_down' };
    }
  }
}

/** All its times at another reading of the clock, which was set by this many milliseconds. */
export function shift(state: State, by: number): Partial<State> {
  const { phase } = state;
  const pace = shiftPace(state.pace, by);
  if (phase.is === 'waiting') return { pace, phase: { ...phase, until: phase.until + by } };
  if (phase.is !== 'open') return { pace };
  const { since, provedAt, proving, next } = phase;
  return {
    pace,
    phase: {
      ...phase,
      since: since + by,
      provedAt: provedAt === undefined ? undefined : provedAt + by,
      proving: proving && { ...proving, began: proving.began + by },
      next: next + by,
    },
  };
}
