import { assertNever } from '../../../shared/errors.ts';
import { PROOF_VALID_MS, type Status, type TunnelStatus } from '../../../shared/status.ts';

/** A clock that was set back leaves a proof of the future, which is none; so far ahead is only the ticking. In ms. */
const AHEAD_MS = 5_000;

/** Whether deliveries can arrive and be kept: what can be stood by now. */
export interface PathState {
  is: 'connected' | 'unproved' | 'offline';
  words: string;
  /** When time alone makes it another, in ms since the epoch, such as by making the proof too old. */
  changesAt?: number;
}

/**
 * The way from the vendors to the disk, told by its first broken part, from the disk outwards: a tunnel that is open
 * is worth nothing where what comes through it is not kept.
 * @param now ms since the epoch
 */
export function pathState({ receiver, store, tunnel }: Status, now: number): PathState {
  if (receiver.state === 'stopping') return offline('Stopping…');
  if (receiver.state === 'failed') return offline('This computer takes no deliveries');
  if (store.state === 'failed') return offline('Deliveries cannot be kept');
  switch (tunnel.state) {
    case 'off':
      return offline('There is no way in from the internet');
    case 'opening':
      return offline('The way in is being opened…');
    case 'retrying':
      return offline('The way in is lost');
    case 'failed':
      return offline('The way in cannot be opened');
    case 'unproved':
      return unproved;
    case 'connected':
      return proved(tunnel, now);
    default:
      return assertNever(tunnel.state);
  }
}

/** The status was true when it was told. A proof grows old even where nobody says so, such as after sleep. */
function proved({ lastProofAt }: TunnelStatus, now: number): PathState {
  const at = lastProofAt === null ? Number.NaN : Date.parse(lastProofAt);
  if (now < at - AHEAD_MS) return { ...unproved, changesAt: at - AHEAD_MS };
  const end = at + PROOF_VALID_MS;
  return now < end ? { is: 'connected', words: 'Connected', changesAt: end } : unproved;
}

const unproved: PathState = { is: 'unproved', words: 'The way in is not proved' };

function offline(words: string): PathState {
  return { is: 'offline', words };
}
