import { assertNever } from '../../shared/errors.ts';
import { PROOF_VALID_MS, type Status, type TunnelStatus } from '../../shared/status.ts';
import type { LinkState } from '../client/link.ts';
import { ago, lengthInWords } from '../text/time.ts';

/** `ok` proved · `busy` on its way · `none` not set up · `broken` · `unknown` beyond the first break. */
export type HopState = 'ok' | 'busy' | 'none' | 'broken' | 'unknown';

export interface PathWords {
  title: string;
  /** The age of the last proof, or what to do. */
  line: string;
  tone: 'good' | 'calm' | 'warn' | 'bad';
  /** The four stations, in the order of a delivery's way. */
  hops: Record<Hop, HopState>;
}

export const hopNames = { vendor: 'vendor', tunnel: 'tunnel', here: 'here', kept: 'kept' } as const;
export type Hop = keyof typeof hopNames;

/**
 * The whole path in words, decided by its first broken hop. Never says more than was proved.
 * @param vendors whether those who should deliver know the way, which counts where the way itself is whole
 */
export function describePath(
  status: Status | null,
  link: LinkState,
  now: number,
  vendors: HopState = 'ok',
): PathWords {
  const unheard = { vendor: 'unknown', tunnel: 'unknown', here: 'unknown', kept: 'unknown' } as const;
  if (link === 'down' || link === 'locked') {
    return {
      title: 'Greenroom is not running',
      line: 'Trying to reach it again…',
      tone: 'bad',
      hops: { ...unheard, here: 'broken' },
    };
  }
  if (!status || link === 'opening') {
    return { title: 'Connecting…', line: 'Asking Greenroom how it is', tone: 'calm', hops: unheard };
  }
  if (status.receiver.state !== 'listening') return describeReceiver(status);
  if (status.store.state === 'failed') {
    return {
      title: 'Cannot write to disk',
      line: status.store.reason ?? 'Vendors are told to try again later.',
      tone: 'bad',
      hops: { vendor: 'unknown', tunnel: 'unknown', here: 'ok', kept: 'broken' },
    };
  }
  return describeTunnel(status, now, vendors);
}

function describeReceiver({ receiver }: Status): PathWords {
  const stopping = receiver.state === 'stopping';
  return {
    title: stopping ? 'Stopping' : 'Cannot receive',
    line: receiver.reason ?? (stopping ? 'Vendors are told to try again later.' : 'Restart Greenroom.'),
    tone: stopping ? 'warn' : 'bad',
    hops: { vendor: 'unknown', tunnel: 'unknown', here: 'broken', kept: 'unknown' },
  };
}

/** The state as it can be stood by now: a proof grows old even where nobody says so. */
export function tunnelState(tunnel: TunnelStatus, now: number): TunnelStatus['state'] {
  return tunnel.state === 'connected' && !isProved(tunnel, now) ? 'unproved' : tunnel.state;
}

/** A proof from the future is as good as one of now: the two clocks are one, and only the ticking lags. */
function isProved({ lastProofAt }: TunnelStatus, now: number): boolean {
  return lastProofAt !== null && now - Date.parse(lastProofAt) <= PROOF_VALID_MS;
}

function describeTunnel({ tunnel }: Status, now: number, vendors: HopState): PathWords {
  const within = { here: 'ok', kept: 'ok' } as const;
  const state = tunnelState(tunnel, now);
  switch (state) {
    case 'off':
      return {
        title: 'No public way in yet',
        line: 'Ready on this computer',
        tone: 'calm',
        hops: { ...within, vendor: 'unknown', tunnel: 'none' },
      };
    case 'opening':
      return {
        title: 'Opening the tunnel…',
        line: 'Ready on this computer',
        tone: 'calm',
        hops: { ...within, vendor: 'unknown', tunnel: 'busy' },
      };
    case 'connected':
      return {
        title: vendors === 'broken' ? 'Not every vendor is connected' : 'Connected',
        line: [proved(tunnel.lastProofAt, now), roundTrip(tunnel.roundTripMs)].filter(Boolean).join(' · '),
        tone: vendors === 'broken' ? 'warn' : 'good',
        hops: { ...within, vendor: vendors, tunnel: 'ok' },
      };
    case 'unproved':
      return {
        title: 'Not proved',
        line: tunnel.reason ?? unproved(tunnel.lastProofAt, now),
        tone: 'warn',
        hops: { ...within, vendor: 'unknown', tunnel: 'broken' },
      };
    case 'retrying':
      return {
        title: 'Tunnel lost',
        line: [tunnel.reason, nextTry(tunnel.nextTryAt, now)].filter(Boolean).join(' · '),
        tone: 'warn',
        hops: { ...within, vendor: 'unknown', tunnel: 'broken' },
      };
    case 'failed':
      return {
        title: 'Tunnel failed',
        line: tunnel.reason ?? 'No way in from the internet',
        tone: 'bad',
        hops: { ...within, vendor: 'unknown', tunnel: 'broken' },
      };
    default:
      return assertNever(state);
  }
}

function unproved(lastProofAt: string | null, now: number): string {
  return lastProofAt
    ? `The last proof came ${ago(lastProofAt, now)}.`
    : 'The tunnel is open, but no test call came back.';
}

export function proved(at: string | null, now: number): string {
  return at ? `Proved ${ago(at, now)}` : '';
}

export function roundTrip(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : `${Math.round(milliseconds)} ms round trip`;
}

/** Counts down: `in 9 s`. */
export function countdown(at: string, now: number): string {
  const wait = Date.parse(at) - now;
  return wait < 1000 ? 'now' : `in ${lengthInWords(wait)}`;
}

export function nextTry(at: string | undefined, now: number): string {
  if (!at) return 'Trying again';
  const when = countdown(at, now);
  return when === 'now' ? 'Trying again' : `Next try ${when}`;
}
