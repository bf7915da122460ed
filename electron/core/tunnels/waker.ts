/** A wait that can be cut short. A call while nobody waits counts for the next wait, so that none is missed. */
export function createWaker() {
  let woken = false;
  let wakeUp: (() => void) | undefined;

  return {
    wake(): void {
      if (wakeUp) wakeUp();
      else woken = true;
    },

    /** @param ms without it, until it is woken */
    wait(ms?: number): Promise<'woken' | 'time'> {
      if (woken) {
        woken = false;
        return Promise.resolve('woken');
      }
      return new Promise((resolve) => {
        const done = (how: 'woken' | 'time') => {
          clearTimeout(timer);
          wakeUp = undefined;
          resolve(how);
        };
        const timer = ms === undefined ? undefined : setTimeout(done, ms, 'time');
        timer?.unref();
        wakeUp = () => done('woken');
      });
    },
  };
}
