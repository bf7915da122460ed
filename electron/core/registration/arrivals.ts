import { AppError } from '../../../shared/errors.ts';

/** A delivery that came through the public path; `at` in ISO 8601. */
export interface Reached {
  endpointId: string;
  at: string;
  test: boolean;
}

interface Waiting {
  endpointId: string;
  arrived(at: string): void;
}

/** Who waits for a test delivery to come through the public path. */
export function createArrivals() {
  const waiting = new Set<Waiting>();

  return {
    /** Begins to wait now. `within` gives when it came, or rejects with `test_failed`; a wait that is not needed ends with `stop`. */
    expectTest(endpointId: string) {
      const { promise, resolve } = Promise.withResolvers<string>();
      const one: Waiting = { endpointId, arrived: resolve };
      waiting.add(one);
      const stop = () => void waiting.delete(one);
      return {
        stop,
        within(ms: number): Promise<string> {
          const { promise: late, reject } = Promise.withResolvers<never>();
          const error = new AppError(
            'test_failed',
            'The vendor says that its test was delivered, but it did not arrive here. Another program may answer at this address: try again, or choose another way in.',
          );
          const timer = setTimeout(reject, ms, error);
          return Promise.race([promise, late]).finally(() => {
            clearTimeout(timer);
            stop();
          });
        },
      };
    },

    reached(all: readonly Reached[]): void {
      for (const { endpointId, at, test } of all) {
        if (!test) continue;
        for (const one of waiting) if (one.endpointId === endpointId) one.arrived(at);
      }
    },
  };
}

export type Arrivals = ReturnType<typeof createArrivals>;
