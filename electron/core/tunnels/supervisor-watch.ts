import { networkPlace } from './interfaces.ts';

const LOOK_EVERY_MS = 5_000;
/** A look that comes this much later than it should: the machine slept. */
const SLEPT_MS = 10_000;
/** Clocks are corrected by less all the time. */
const SET_BACK_MS = 1_000;

export interface MachineListener {
  slept(): void;
  /** The clock was set back by at least this many milliseconds. */
  setBack(by: number): void;
  networkChanged(): void;
  /** Each look, after what it saw. */
  looked(): void;
}

/**
 * Notices by looking what a host may not tell: that the machine slept, that its clock was set, that its addresses changed.
 * @param now milliseconds since the epoch, by the clock that goes on while the machine sleeps
 */
export function watchMachine(tell: MachineListener, now: () => number, place: () => string = networkPlace) {
  let seenAt = now();
  let stood = place();

  function lookAtClock(): void {
    const at = now();
    const gone = at - seenAt;
    seenAt = at;
    if (gone > LOOK_EVERY_MS + SLEPT_MS) tell.slept();
    if (gone < -SET_BACK_MS) tell.setBack(-gone);
  }

  const timer = setInterval(() => {
    lookAtClock();
    const stands = place();
    if (stands !== stood) {
      stood = stands;
      tell.networkChanged();
    }
    tell.looked();
  }, LOOK_EVERY_MS);

  return {
    /** At once: the host says that something has happened. */
    lookAtClock,
    stop: () => clearInterval(timer),
  };
}
