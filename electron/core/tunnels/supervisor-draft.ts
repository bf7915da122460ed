import type { Phase, State } from './supervisor-state.ts';

/** To be done in this order. What is told is told when the new state is there. */
export type Act =
  /** Connects to the server, after what was ended is ended. */
  | { do: 'reach' }
  | { do: 'ask' }
  /** Gives up the proof under way, if any. @param limit milliseconds */
  | { do: 'prove'; limit: number }
  /** Gives up what is under way and closes what is open. */
  | { do: 'end' }
  | { do: 'tell-proved'; at: number }
  | { do: 'tell-opened'; publicUrl: string }
  | { do: 'tell-lost'; since: number; reason: string };

/** A decision while it is made. */
export interface Plan {
  state: State;
  acts: Act[];
}

export function put(plan: Plan, part: Partial<State>): void {
  plan.state = { ...plan.state, ...part };
}

export function turn(plan: Plan, phase: Phase): void {
  put(plan, { phase });
}

/** Once for each time that a path which was whole is so no longer. */
export function lose(plan: Plan, reason: string): void {
  const { whole, last } = plan.state;
  if (!whole || !last) return;
  put(plan, { whole: false });
  plan.acts.push({ do: 'tell-lost', since: last.at, reason });
}
