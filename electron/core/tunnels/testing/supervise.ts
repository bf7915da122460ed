import { afterEach, beforeEach, onTestFinished, vi } from 'vitest';
import type { TunnelStatus } from '../../../../shared/status.ts';
import { createSupervisor, type SupervisorContext } from '../supervisor.ts';
import { answerTo, type Path, startPath } from './supervised-path.ts';

export const config = { thread: new URL('file:///none') };

export type Told =
  | { changed: TunnelStatus }
  | { opened: string }
  | { proved: number }
  | { lost: { since: number; reason: string } };

/** A supervisor that writes down what it tells. */
export function supervise(part: Partial<SupervisorContext> = {}) {
  const told: Told[] = [];
  const names = new Map<string, string>();
  const waiting = new Set<() => void>();
  let nonces = 0;
  const tell = (one: Told) => {
    told.push(one);
    for (const look of waiting) look();
  };
  const supervisor = createSupervisor({
    port: () => 4781,
    async issue() {
      const nonce = `nonce${++nonces}`;
      return { nonce, expected: answerTo(nonce) };
    },
    remembered: (of) => names.get(of),
    remember: (of, name) => void names.set(of, name),
    changed: (changed) => tell({ changed }),
    opened: (opened) => tell({ opened }),
    proved: (proved) => tell({ proved }),
    lost: (since, reason) => tell({ lost: { since, reason } }),
    place: () => 'home',
    ...part,
  });
  onTestFinished(() => supervisor.close());

  async function when(isSo: () => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => isSo() && resolve();
    waiting.add(look);
    look();
    await promise.finally(() => waiting.delete(look));
  }

  return {
    supervisor,
    told,
    names,
    nonces: () => nonces,
    /** Settles when the state is this one, after all that belongs to it was told. */
    async until(state: TunnelStatus['state']): Promise<TunnelStatus> {
      await when(() => supervisor.status().state === state);
      await Promise.resolve();
      return supervisor.status();
    },
    when,
    states: () => told.flatMap((one) => ('changed' in one ? one.changed.state : [])),
    words: () => told.map((one) => Object.keys(one)[0]).filter((word) => word !== 'changed'),
  };
}

/** Time stands still unless a test lets it pass; sockets are real. */
export function stopTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  });
  afterEach(() => void vi.useRealTimers());
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Lets time pass in small steps, and sockets do their work between them. */
export async function passUntil(isSo: () => boolean): Promise<void> {
  for (let steps = 0; !isSo(); steps++) {
    if (steps > 10_000) throw new Error('That never comes.');
    await new Promise((resolve) => setImmediate(resolve));
    await pass(10);
  }
}

/** Ends with the test. */
export async function aPath(): Promise<Path> {
  const path = await startPath();
  onTestFinished(() => path.stop().catch(() => undefined));
  return path;
}

/** A supervisor that has connected over a path, at this time. */
export async function connected() {
  const path = await aPath();
  const at = Date.now();
  const its = supervise();
  await its.supervisor.configure(path.provider, config);
  await its.until('connected');
  return { path, at, ...its };
}
