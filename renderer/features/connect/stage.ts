import type { Registration } from '../../../shared/endpoints.ts';

/**
 * Where an endpoint stands with its vendor. `running`: being registered · `leaving`: being taken back ·
 * `waiting`: for the vendor's first delivery · `moved`: the vendor must be told of a new address ·
 * `paused`: tried again by itself · `failed`: only a person can help.
 */
export type Stage = 'none' | 'running' | 'leaving' | 'waiting' | 'moved' | 'paused' | 'failed' | 'registered';

export function stageOf(registration: Registration): Stage {
  const { state, error, steps } = registration;
  if (state !== 'pending') return state;
  if (error) return error.code === 'address_changed' ? 'moved' : 'paused';
  if (isLeaving(registration)) return 'leaving';
  return steps && steps.length > 0 ? 'running' : 'waiting';
}

/** What was tried last was to take it back: nothing that begins with a way in. */
export function isLeaving({ steps }: Pick<Registration, 'steps'>): boolean {
  return steps !== undefined && steps.length > 0 && !steps.some(({ step }) => step === 'tunnel');
}
