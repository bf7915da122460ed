import { createStore } from 'zustand/vanilla';
import type { WireError } from '../../shared/errors.ts';

/** How long something can be taken back; a pointer or the focus on it stops the clock. */
export const graceMs = 8000;

type Outcome = WireError | null | undefined;

export interface Step {
  /** What was done, as a sentence. */
  text: string;
  /** What it means. */
  detail?: string;
  /** What is no longer shown meanwhile, though it is still there. */
  hides?: string;
  /** Does it, when its time is over; absent where it is done already. */
  commit?(): Promise<Outcome>;
  /** Takes it back; absent where not doing it is enough. */
  undo?(): Promise<Outcome>;
}

export interface Offer extends Step {
  id: number;
  /** What went wrong at the end. Then it stays until it is dismissed or tried again. */
  error?: WireError;
}

export interface UndoState {
  /** Newest first. */
  offers: Offer[];
  offer(step: Step): void;
  /** Takes one back; without an id, the newest. */
  take(id?: number): Promise<void>;
  /** Ends the time of one now. */
  settle(id: number): Promise<void>;
  dismiss(id: number): void;
  hold(id: number): void;
  release(id: number): void;
  /** The page goes away: whatever waits is done at once. */
  flush(): void;
}

export type UndoStore = ReturnType<typeof createUndoStore>;

/** What was done a moment ago and can be taken back. */
export function createUndoStore() {
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  /** Their commands are on the way: too late to take them back. */
  const settling = new Set<number>();
  let last = 0;

  return createStore<UndoState>()((set, get) => {
    const find = (id: number) => get().offers.find((one) => one.id === id);
    const drop = (id: number) => {
      stopClock(id);
      set({ offers: get().offers.filter((one) => one.id !== id) });
    };
    const stopClock = (id: number) => {
      clearTimeout(timers.get(id));
      timers.delete(id);
    };
    const startClock = (id: number) => {
      stopClock(id);
      timers.set(
        id,
        setTimeout(() => void get().settle(id), graceMs),
      );
    };
    const fail = ({ hides: _, ...one }: Offer, error: WireError) => {
      stopClock(one.id);
      const others = get().offers.filter(({ id }) => id !== one.id);
      set({ offers: [{ ...one, error }, ...others] });
    };

    return {
      offers: [],

      offer(step) {
        const id = ++last;
        set({ offers: [{ ...step, id }, ...get().offers] });
        startClock(id);
      },

      async take(id) {
        const one = id === undefined ? get().offers.find(({ error }) => !error) : find(id);
        if (!one || one.error || settling.has(one.id)) return;
        drop(one.id);
        const error = await one.undo?.();
        if (error) fail(one, error);
      },

      async settle(id) {
        const one = find(id);
        if (!one || settling.has(id)) return;
        stopClock(id);
        settling.add(id);
        // It stays hidden until it is done: nothing flickers back.
        const error = await one.commit?.();
        settling.delete(id);
        if (error) fail(one, error);
        else drop(id);
      },

      dismiss: drop,
      hold: stopClock,
      release(id) {
        const one = find(id);
        if (one && !one.error && !settling.has(id)) startClock(id);
      },

      flush() {
        for (const { id, error, commit } of get().offers) {
          stopClock(id);
          if (!error && !settling.has(id)) void commit?.();
          drop(id);
        }
      },
    };
  });
}
