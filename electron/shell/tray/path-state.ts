import { PROOF_VALID_MS, type Status, type TunnelStatus } from '../../../shared/status.ts';
import type { ShellWords } from '../words/words.ts';

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
export function pathState({ receiver, store, tunnel }: Status, now: number, { path }: ShellWords): PathState {
  if (receiver.state === 'stopping') return offline(path.stopping);
  if (receiver.state === 'failed') return offline(path.noReceiver);
  if (store.state === 'failed') return offline(path.noStore);
  if (tunnel.state === 'connected') return proved(tunnel, now, path);
  return tunnel.state === 'unproved' ? unproved(path) : offline(path[tunnel.state]);
}

/** The status was true when it was told. A proof grows old even where nobody says so, such as after sleep. */
function proved({ lastProofAt }: TunnelStatus, now: number, path: ShellWords['path']): PathState {
  const at = lastProofAt === null ? Number.NaN : Date.parse(lastProofAt);
  if (now < at - AHEAD_MS) return { ...unproved(path), changesAt: at - AHEAD_MS };
  const end = at + PROOF_VALID_MS;
  return now < end ? { is: 'connected', words: path.connected, changesAt: end } : unproved(path);
}

function unproved(path: ShellWords['path']): PathState {
  return { is: 'unproved', words: path.unproved };
}

function offline(words: string): PathState {
  return { is: 'offline', words };
}
