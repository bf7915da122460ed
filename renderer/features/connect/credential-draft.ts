import type { CredentialSet, EndpointCredentials } from '../../../shared/endpoints.ts';

export type CredentialValues = Partial<Record<CredentialSet['fields'][number]['name'], string>>;

/** As they go down; undefined while one of the set is missing. */
export function readCredentials(
  { fields }: CredentialSet,
  values: CredentialValues,
): EndpointCredentials | undefined {
  const typed = fields.map(({ name }) => [name, values[name]?.trim() ?? ''] as const);
  if (typed.length === 0 || typed.some(([, value]) => value === '')) return undefined;
  // One of the vendor's sets, which are the union that the core takes.
  return Object.fromEntries(typed) as EndpointCredentials;
}
