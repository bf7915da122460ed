import type { Pushes, PushName } from '../../shared/contract.ts';

type Listener<P extends PushName> = (push: Pushes[P]) => void;

/** Hands pushes on to whoever asked for them. */
export function createEmitter() {
  const listeners: { [P in PushName]: Set<Listener<P>> } = {
    feed: new Set(),
    status: new Set(),
    endpoint: new Set(),
    session: new Set(),
    delivery: new Set(),
    settings: new Set(),
    notice: new Set(),
    alert: new Set(),
    agent: new Set(),
    reset: new Set(),
  };
  return {
    on<P extends PushName>(name: P, fn: Listener<P>): () => void {
      listeners[name].add(fn);
      return () => listeners[name].delete(fn);
    },
    emit<P extends PushName>(name: P, push: Pushes[P]): void {
      for (const fn of listeners[name]) fn(push);
    },
  };
}

export type Emit = ReturnType<typeof createEmitter>['emit'];
