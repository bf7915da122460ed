import { assertNever } from '../../shared/errors.ts';
import { PROOF_VALID_MS, type Status, type TunnelStatus } from '../../shared/status.ts';
import type { LinkState } from '../client/link.ts';
import { ago, lengthInWords } from '../text/time.ts';
import { pathDe } from './de/path.ts';
import { inLanguage } from './language.ts';

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

const en = {
  hops: { vendor: 'vendor', tunnel: 'tunnel', here: 'here', kept: 'kept' },
  notRunning: 'Greenroom is not running',
  reaching: 'Trying to reach it again…',
  connecting: 'Connecting…',
  asking: 'Asking Greenroom how it is',
  cannotWrite: 'Cannot write to disk',
  toldLater: 'Vendors are told to try again later.',
  stopping: 'Stopping',
  cannotReceive: 'Cannot receive',
  restart: 'Restart Greenroom.',
  noWay: 'No public way in yet',
  ready: 'Ready on this computer',
  opening: 'Opening the tunnel…',
  notAll: 'Not every vendor is connected',
  connected: 'Connected',
  notProved: 'Not proved',
  lost: 'Tunnel lost',
  failed: 'Tunnel failed',
  noWayIn: 'No way in from the internet',
  lastProof: (when: string) => `The last proof came ${when}.`,
  noneCameBack: 'The tunnel is open, but no test call came back.',
  proved: (when: string) => `Proved ${when}`,
  roundTrip: (ms: number) => `${ms} ms round trip`,
  now: 'now',
  in: (length: string) => `in ${length}`,
  trying: 'Trying again',
  nextTry: (when: string) => `Next try ${when}`,
};
export type PathTexts = typeof en;
const words = inLanguage(en, pathDe);

export type Hop = keyof PathTexts['hops'];
export const hopNames = words.hops;

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
      title: words.notRunning,
      line: words.reaching,
      tone: 'bad',
      hops: { ...unheard, here: 'broken' },
    };
  }
  if (!status || link === 'opening') {
    return { title: words.connecting, line: words.asking, tone: 'calm', hops: unheard };
  }
  if (status.receiver.state !== 'listening') return describeReceiver(status);
  if (status.store.state === 'failed') {
    return {
      title: words.cannotWrite,
      line: status.store.reason ?? words.toldLater,
      tone: 'bad',
      hops: { vendor: 'unknown', tunnel: 'unknown', here: 'ok', kept: 'broken' },
    };
  }
  return describeTunnel(status, now, vendors);
}

function describeReceiver({ receiver }: Status): PathWords {
  const stopping = receiver.state === 'stopping';
  return {
    title: stopping ? words.stopping : words.cannotReceive,
    line: receiver.reason ?? (stopping ? words.toldLater : words.restart),
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
        title: words.noWay,
        line: words.ready,
        tone: 'calm',
        hops: { ...within, vendor: 'unknown', tunnel: 'none' },
      };
    case 'opening':
      return {
        title: words.opening,
        line: words.ready,
        tone: 'calm',
        hops: { ...within, vendor: 'unknown', tunnel: 'busy' },
      };
    case 'connected':
      return {
        title: vendors === 'broken' ? words.notAll : words.connected,
        line: [proved(tunnel.lastProofAt, now), roundTrip(tunnel.roundTripMs)].filter(Boolean).join(' · '),
        tone: vendors === 'broken' ? 'warn' : 'good',
        hops: { ...within, vendor: vendors, tunnel: 'ok' },
      };
    case 'unproved':
      return {
        title: words.notProved,
        line: tunnel.reason ?? unproved(tunnel.lastProofAt, now),
        tone: 'warn',
        hops: { ...within, vendor: 'unknown', tunnel: 'broken' },
      };
    case 'retrying':
      return {
        title: words.lost,
        line: [tunnel.reason, nextTry(tunnel.nextTryAt, now)].filter(Boolean).join(' · '),
        tone: 'warn',
        hops: { ...within, vendor: 'unknown', tunnel: 'broken' },
      };
    case 'failed':
      return {
        title: words.failed,
        line: tunnel.reason ?? words.noWayIn,
        tone: 'bad',
        hops: { ...within, vendor: 'unknown', tunnel: 'broken' },
      };
    default:
      return assertNever(state);
  }
}

function unproved(lastProofAt: string | null, now: number): string {
  return lastProofAt ? words.lastProof(ago(lastProofAt, now)) : words.noneCameBack;
}

export function proved(at: string | null, now: number): string {
  return at ? words.proved(ago(at, now)) : '';
}

export function roundTrip(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : words.roundTrip(Math.round(milliseconds));
}

/** Counts down: `in 9 s`. */
export function countdown(at: string, now: number): string {
  const wait = Date.parse(at) - now;
  return wait < 1000 ? words.now : words.in(lengthInWords(wait));
}

export function nextTry(at: string | undefined, now: number): string {
  if (!at || Date.parse(at) - now < 1000) return words.trying;
  return words.nextTry(countdown(at, now));
}
