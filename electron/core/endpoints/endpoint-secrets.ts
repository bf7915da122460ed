import { z } from 'zod';
import { endpointCredentials } from '../../../shared/endpoints.ts';

/** A replaced secret stays good for this long: the vendor may not know the new one yet, and retries are signed with the old. */
export const GRACE_MS = 10 * 60 * 1000;

const timed = z.object({ value: z.string(), until: z.number().optional() });

/** What the vault keeps of one endpoint. The first of each list is the one in use. */
export const endpointSecrets = z.object({
  secrets: z.array(timed),
  header: z.object({ name: z.string(), values: z.array(timed) }).optional(),
  credentials: endpointCredentials.optional(),
});

export type EndpointSecrets = z.infer<typeof endpointSecrets>;
type Timed = z.infer<typeof timed>;

export interface NewSecrets {
  secret?: string | undefined;
  /** null: none is asked for any more. */
  header?: { name: string; value: string } | null | undefined;
  credentials?: z.infer<typeof endpointCredentials> | undefined;
}

export const noSecrets: EndpointSecrets = { secrets: [] };

/** Puts new secrets in the place of the old ones, which stay for the grace time. */
export function replaceSecrets(old: EndpointSecrets, wanted: NewSecrets, now: number): EndpointSecrets {
  const { secret, header, credentials } = wanted;
  const sameHeader = old.header && old.header.name.toLowerCase() === header?.name.toLowerCase();
  return {
    secrets: secret === undefined ? old.secrets : replaced(old.secrets, secret, now),
    header: header
      ? {
          name: header.name,
          values: replaced(sameHeader ? (old.header?.values ?? []) : [], header.value, now),
        }
      : header === null
        ? undefined
        : old.header,
    credentials: credentials ?? old.credentials,
  };
}

/** The values that count now. */
export function active(list: readonly Timed[], now: number): string[] {
  return list.filter(({ until }) => until === undefined || until > now).map(({ value }) => value);
}

/** When the next of them ends, if one does. */
export function nextExpiry(all: readonly EndpointSecrets[], now: number): number | undefined {
  const ends = all
    .flatMap(({ secrets, header }) => [...secrets, ...(header?.values ?? [])])
    .flatMap(({ until }) => (until !== undefined && until > now ? [until] : []));
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function replaced(old: readonly Timed[], value: string, now: number): Timed[] {
  const former = old
    .filter((one) => one.value !== value && (one.until === undefined || one.until > now))
    .map((one) => ({ value: one.value, until: one.until ?? now + GRACE_MS }));
  return [{ value }, ...former];
}
