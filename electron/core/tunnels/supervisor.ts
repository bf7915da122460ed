import type { TunnelStatus } from '../../../shared/status.ts';
import type { Issued } from './prove.ts';
import { type Attempt, createAttempt } from './supervisor-attempt.ts';
import type { Act } from './supervisor-draft.ts';
import { type CheckReason, type Happening, step } from './supervisor-plan.ts';
import { dueAt, offState, statusOf } from './supervisor-state.ts';
import { watchMachine } from './supervisor-watch.ts';
import type { TunnelConfig, TunnelProvider } from './tunnel.ts';

/** What it needs and whom it tells. Times in milliseconds since the epoch. */
export interface SupervisorContext {
  /** Where the receiver listens. */
  port(): number;
  /** What the receiver will answer to a nonce of this minute. Rejects where it is away. */
  issue(): Promise<Issued>;
  /** The name that a server gave last; `of` names provider and server. */
  remembered(of: string): string | undefined;
  remember(of: string, name: string): void;
  /** What `status` gives has changed. */
  changed(status: TunnelStatus): void;
  /** The path is whole: for the first time, again, or at another address. */
  opened(publicUrl: string): void;
  /** Each proof. */
  proved(at: number): void;
  /** A path that was whole is so no longer. @param since its last proof */
  lost(since: number, reason: string): void;
  /** One of these threw; the others hear all the same. Without it, the error is thrown where nobody catches it. */
  listenerFailed?(error: unknown): void;
  now?: () => number;
  /** Where this computer stands in the network, as text to be compared. */
  place?: () => string;
}

/** Keeps one way in open, and says only what it has proved. */
export function createSupervisor(context: SupervisorContext) {
  const now = context.now ?? Date.now;
  const ending = new Set<Promise<void>>();
  let chosen: { provider: TunnelProvider; config: TunnelConfig; key: string } | undefined;
  let state = offState;
  let attempt: Attempt | undefined;
  let machine: ReturnType<typeof watchMachine> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let shown = JSON.stringify(status());
  let isClosed = false;
  const events: Happening[] = [];
  let isBusy = false;

  function status(): TunnelStatus {
    return statusOf(state, chosen?.provider.info.id ?? 'off', now());
  }

  /** One after the other: a listener may bring about the next one. */
  function dispatch(event: Happening): void {
    if (isClosed) return;
    events.push(event);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = events.shift(); next; next = events.shift()) follow(next);
    } finally {
      isBusy = false;
    }
  }

  function follow(event: Happening): void {
    const plan = step(state, event, now());
    state = plan.state;
    for (const act of plan.acts) perform(act);
    arm();
    tellStatus();
    for (const act of plan.acts) tell(act);
  }

  function perform(act: Act): void {
    if (act.do === 'end') endAttempt();
    if (act.do === 'reach') {
      endAttempt();
      if (!chosen) return;
      attempt = createAttempt({ ...context, ...chosen, tell: dispatch });
      void attempt.reach(Promise.all(ending));
    }
    if (act.do === 'ask') void attempt?.ask();
    if (act.do === 'prove') void attempt?.prove(act.limit);
  }

  function tell(act: Act): void {
    if (act.do === 'tell-lost') say(() => context.lost(act.since, act.reason));
    if (act.do === 'tell-proved') say(() => context.proved(act.at));
    if (act.do === 'tell-opened') say(() => context.opened(act.publicUrl));
  }

  function say(words: () => void): void {
    if (isClosed) return;
    try {
      words();
    } catch (error) {
      if (context.listenerFailed) context.listenerFailed(error);
      else
        queueMicrotask(() => {
          throw error;
        });
    }
  }

  function tellStatus(): void {
    const next = status();
    const text = JSON.stringify(next);
    if (text === shown) return;
    shown = text;
    say(() => context.changed(next));
  }

  function endAttempt(): void {
    const ended = attempt?.end();
    attempt = undefined;
    if (!ended) return;
    ending.add(ended);
    void ended.then(() => ending.delete(ended));
  }

  function arm(): void {
    clearTimeout(timer);
    const due = isClosed ? undefined : dueAt(state);
    timer =
      due === undefined ? undefined : setTimeout(dispatch, Math.max(0, due - now()), { is: 'time' } as const);
  }

  function watch(isOn: boolean): void {
    machine?.stop();
    machine = isOn
      ? watchMachine(
          {
            slept: () => dispatch({ is: 'slept' }),
            setBack: (by) => dispatch({ is: 'set-back', by }),
            networkChanged: () => dispatch({ is: 'check', why: 'network' }),
            looked: () => dispatch({ is: 'time' }),
          },
          now,
          context.place,
        )
      : undefined;
  }

  return {
    status,

    /** Another way in, or none. What is the same already stays as it is; where it has failed, it is tried again. */
    async configure(provider: TunnelProvider | undefined, config: TunnelConfig): Promise<void> {
      if (isClosed) return;
      const key = JSON.stringify(provider ? [provider.info.id, config] : []);
      if (key === (chosen?.key ?? '[]')) {
        if (state.phase.is === 'failed') dispatch({ is: 'check', why: 'asked' });
        return;
      }
      chosen = provider && { provider, config, key };
      watch(chosen !== undefined);
      const way = provider && { key, reopens: provider.info.id !== 'url' };
      dispatch({ is: 'chosen', way });
      await Promise.all(ending);
    },

    /** Proves it now; where there is nothing to prove, tries now. */
    check(why: CheckReason): void {
      // The host may say it before we could notice.
      if (why === 'resume') machine?.lookAtClock();
      dispatch({ is: 'check', why });
    },

    /** All that belongs to the way in is ended before this resolves; nothing is told any more. */
    async close(): Promise<void> {
      isClosed = true;
      machine?.stop();
      endAttempt();
      state = offState;
      arm();
      await Promise.all(ending);
    },
  };
}

export type Supervisor = ReturnType<typeof createSupervisor>;
