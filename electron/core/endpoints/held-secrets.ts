import { AppError } from '../../../shared/errors.ts';
import type { EndpointRecord } from '../files/config.ts';
import type { Vault } from '../files/vault.ts';
import {
  type EndpointSecrets,
  endpointSecrets,
  type NewSecrets,
  nextExpiry,
  noSecrets,
  replaceSecrets,
} from './endpoint-secrets.ts';

export type Held = EndpointSecrets | 'unreadable';

/** A change that is kept in the vault, and counts once it is confirmed. */
export interface Change {
  /** What the endpoint's record says of it. */
  facts: Pick<EndpointRecord, 'has' | 'headerName'>;
  confirm(): void;
  /** Never throws: what cannot be undone on a broken disk is found at the next start. */
  undo(): Promise<void>;
}

/** The secrets of all endpoints, read once from the vault. */
export function createHeldSecrets(vault: Vault) {
  const held = new Map<string, Held>();
  const nameOf = (id: string) => `endpoint:${id}`;
  const of = (id: string): Held => held.get(id) ?? noSecrets;

  async function read(id: string): Promise<Held> {
    try {
      const text = await vault.get(nameOf(id));
      return text === undefined ? 'unreadable' : endpointSecrets.parse(JSON.parse(text));
    } catch {
      return 'unreadable';
    }
  }

  return {
    of,

    /** Reads what is not yet read or could not be. @returns the endpoints that can be read again */
    async load(records: readonly EndpointRecord[]): Promise<string[]> {
      const healed: string[] = [];
      for (const { id, has } of records) {
        const before = held.get(id);
        if (!(has.secret || has.header || has.credentials)) continue;
        if (before !== undefined && before !== 'unreadable') continue;
        const now = await read(id);
        held.set(id, now);
        if (before === 'unreadable' && now !== 'unreadable') healed.push(id);
      }
      return healed;
    },

    /** @throws AppError `vault_unavailable`, `store_failed`, `secret_unreadable` */
    async replace({ id, has }: EndpointRecord, wanted: NewSecrets, now: number): Promise<Change> {
      const before = of(id);
      const proves = wanted.secret !== undefined || wanted.header !== undefined;
      if (before === 'unreadable' && !proves && (has.secret || has.header)) {
        throw new AppError(
          'secret_unreadable',
          'The secret of this endpoint cannot be read here. Enter it again together with the credentials.',
        );
      }
      const next = replaceSecrets(before === 'unreadable' ? noSecrets : before, wanted, now);
      const undo = await vault.set(nameOf(id), JSON.stringify(next));
      return {
        facts: {
          has: {
            secret: next.secrets.length > 0,
            header: next.header !== undefined,
            credentials: next.credentials !== undefined,
          },
          headerName: next.header?.name,
        },
        confirm: () => void held.set(id, next),
        undo: () => undo().catch(() => undefined),
      };
    },

    /** @throws AppError `store_failed` */
    async remove(id: string): Promise<Omit<Change, 'facts'>> {
      const undo = await vault.delete(nameOf(id));
      return { confirm: () => void held.delete(id), undo: () => undo().catch(() => undefined) };
    },

    /** When the next replaced secret ends, if one does. */
    nextExpiry: (now: number) =>
      nextExpiry(
        [...held.values()].filter((one) => one !== 'unreadable'),
        now,
      ),
  };
}
