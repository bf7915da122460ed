import type { RegistrationTarget } from '../../../shared/endpoints.ts';

/** Those whose name, detail or id hold every word, whatever its case. */
export function filterTargets(targets: readonly RegistrationTarget[], filter: string): RegistrationTarget[] {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return targets.filter(({ id, name, detail }) => {
    const text = `${name} ${detail ?? ''} ${id}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
