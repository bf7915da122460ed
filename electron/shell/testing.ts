import { EventEmitter } from 'node:events';

/**
 * An `on` and `once` that fit every overload Electron declares, and an `emit` for tests. Fakes are built from it with
 * `satisfies Pick<Electron.…>`, so that they follow Electron's types and not what a test would like.
 */
export function fakeEvents() {
  const events = new EventEmitter();
  const listen = (how: 'on' | 'once') => (name: string, listener: (...args: never[]) => void) => {
    events[how](name, listener as (...args: unknown[]) => void);
    return undefined as never;
  };
  return {
    on: listen('on'),
    once: listen('once'),
    emit: (name: string, ...args: unknown[]) => events.emit(name, ...args),
  };
}

/** An event with its details, which tells afterwards whether it was prevented. */
export function preventable<Details extends object>(details: Details) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
