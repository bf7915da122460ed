import type { Registration, RegistrationStep } from '../../../shared/endpoints.ts';

type Shown = NonNullable<Registration['steps']>;

/** How far a registration has come, for those who watch. */
export function createSteps(names: readonly RegistrationStep[], changed: () => void) {
  let shown: Shown = names.map((step) => ({ step, state: 'waiting' as const }));

  function set(step: RegistrationStep, state: Shown[number]['state']): void {
    shown = shown.map((one) => (one.step === step ? { step, state } : one));
    changed();
  }

  return {
    shown: () => shown,

    async do<T>(step: RegistrationStep, work: () => T | Promise<T>): Promise<T> {
      set(step, 'doing');
      try {
        const value = await work();
        set(step, 'done');
        return value;
      } catch (error) {
        set(step, 'failed');
        throw error;
      }
    },
  };
}

export type Steps = ReturnType<typeof createSteps>;
