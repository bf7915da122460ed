import { useState } from 'react';
import type { Registration } from '../../../shared/endpoints.ts';
import { stageOf } from './stage.ts';

export type Steps = NonNullable<Registration['steps']>;

/**
 * The steps as they stand. The core lets go of them when all is well; who has watched them sees them through to the end.
 */
export function useSeenSteps(registration: Registration): { steps: Steps | null; forget(): void } {
  const [seen, setSeen] = useState<Steps | null>(null);
  const stage = stageOf(registration);
  const { steps } = registration;

  if (stage === 'none' && seen) setSeen(null);
  else if (stage === 'running' && steps && steps !== seen) setSeen(steps);

  const forget = () => setSeen(null);
  if (stage === 'registered') {
    return { steps: seen?.map(({ step }) => ({ step, state: 'done' as const })) ?? null, forget };
  }
  return { steps: steps && steps.length > 0 ? steps : null, forget };
}
