import { randomBytes } from 'node:crypto';
import type { Parsed } from '../../../shared/contract.ts';
import type { Endpoint, EndpointCredentials, Registration } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Config, EndpointRecord } from '../files/config.ts';
import type { Vault } from '../files/vault.ts';
import { createTurns } from '../in-turn.ts';
import type { Door } from '../intake/intake.ts';
import { findVendor, vendors } from '../vendors/registry.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { active, type EndpointSecrets, GRACE_MS, type NewSecrets } from './endpoint-secrets.ts';
import { doorOf, type Urls, verificationOf, viewOf } from './endpoint-view.ts';
import { createHeldSecrets } from './held-secrets.ts';

export interface EndpointsContext {
  config: Config;
  vault: Vault;
  headersKey: Buffer;
  urls(): Urls;
  registrationOf(id: string): Registration;
  /** The receive thread takes these from now on. Never rejects: a thread that is starting anew gets them then. */
  doorsChanged(doors: Door[]): Promise<void>;
  changed(endpoint: Endpoint): void;
  deleted(id: string): void;
}

/** The endpoints with their secrets, as the core sees them; `Endpoint` is what leaves it. Changes are made one by one. */
export function createEndpoints(context: EndpointsContext) {
  const { config } = context;
  const held = createHeldSecrets(context.vault);
  const inTurn = createTurns();
  let expiry: NodeJS.Timeout | undefined;
  let loading: Promise<void> | undefined;
  /** Doors that belong to no endpoint and are kept nowhere. */
  let lent: Door[] = [];

  function record(id: string): EndpointRecord {
    const found = config.endpoints().find((one) => one.id === id);
    if (!found) throw new AppError('not_found', 'There is no endpoint with this id.');
    return found;
  }

  const view = (one: EndpointRecord) =>
    viewOf(one, held.of(one.id), context.urls(), context.registrationOf(one.id));

  /** Tells the receive thread, and again when a replaced secret ends. */
  async function tell(): Promise<void> {
    const now = Date.now();
    clearTimeout(expiry);
    const next = held.nextExpiry(now);
    // A clock that was set back puts the end further away than it can be.
    const wait = next === undefined ? undefined : Math.min(next - now + 1, GRACE_MS);
    if (wait !== undefined) expiry = setTimeout(() => void inTurn(tell), wait).unref();
    const doors = config.endpoints().map((one) => doorOf(one, held.of(one.id), context.headersKey, now));
    await context.doorsChanged([...doors, ...lent]);
  }

  function save(one: EndpointRecord): void {
    const others = config.endpoints();
    const known = others.some(({ id }) => id === one.id);
    config.saveEndpoints(
      known ? others.map((other) => (other.id === one.id ? one : other)) : [...others, one],
    );
  }

  async function announce(one: EndpointRecord): Promise<Endpoint> {
    await tell();
    const endpoint = view(one);
    context.changed(endpoint);
    return endpoint;
  }

  /** Into the vault first: an endpoint never claims a secret that was not kept. */
  async function saveWith(one: EndpointRecord, wanted: NewSecrets): Promise<Endpoint> {
    const change = await held.replace(one, wanted, Date.now());
    const next = { ...one, ...change.facts };
    try {
      save(next);
    } catch (error) {
      await change.undo();
      throw error;
    }
    change.confirm();
    return announce(next);
  }

  function readable(id: string): EndpointSecrets {
    const secrets = held.of(record(id).id);
    if (secrets !== 'unreadable') return secrets;
    throw new AppError(
      'secret_unreadable',
      'The secret of this endpoint cannot be read here. Enter it again.',
    );
  }

  return {
    /** Reads what the vault holds. An unreadable secret is a state of its endpoint, not an error. */
    load(): Promise<void> {
      loading ??= inTurn(async () => {
        const healed = await held.load(config.endpoints());
        await tell();
        for (const id of healed) context.changed(view(record(id)));
      }).finally(() => {
        loading = undefined;
      });
      return loading;
    },

    list: () => config.endpoints().map(view),
    nameOf: (id: string) => config.endpoints().find((one) => one.id === id)?.name,
    get: (id: string) => view(record(id)),

    /** For signing samples. @throws AppError `secret_unreadable` */
    secretsOf(id: string): { secret?: string; header?: { name: string; value: string } } {
      const secrets = readable(id);
      const [secret] = active(secrets.secrets, Date.now());
      const [value] = active(secrets.header?.values ?? [], Date.now());
      return {
        ...(secret !== undefined && { secret }),
        ...(secrets.header && value !== undefined && { header: { name: secrets.header.name, value } }),
      };
    },

    /** undefined where there are none. @throws AppError `secret_unreadable` */
    credentialsOf(id: string): EndpointCredentials | undefined {
      return readable(id).credentials;
    },

    /** What is shown of it has changed, though nothing that is kept here. */
    announce(id: string): void {
      const one = config.endpoints().find((known) => known.id === id);
      if (one) context.changed(view(one));
    },

    announceAll(): void {
      for (const one of config.endpoints()) context.changed(view(one));
    },

    async create(input: Parsed<'endpoint.create'>): Promise<Endpoint> {
      if (!findVendor(input.vendor)) {
        const known = vendors.map(({ info }) => info.id).join(', ');
        throw new AppError('bad_input', `vendor: is not known. Known are: ${known}.`);
      }
      refuseForeign(input.vendor, input.credentials);
      const fresh: EndpointRecord = {
        id: `ep_${randomBytes(8).toString('hex')}`,
        vendor: input.vendor,
        name: input.name,
        enabled: true,
        key: newKey(),
        unproved: input.verification === 'none',
        has: { secret: false, header: false, credentials: false },
        options: input.options ?? {},
        createdAt: new Date().toISOString(),
      };
      return inTurn(async () => {
        if (hasSecrets(input)) return saveWith(fresh, input);
        save(fresh);
        return announce(fresh);
      });
    },

    update: (input: Parsed<'endpoint.update'>): Promise<Endpoint> =>
      inTurn(async () => {
        const one = record(input.endpointId);
        // A signature that arrives unasked shows that no header is needed; without one it decides nothing.
        const dropsHeader = input.verification === 'signature' && one.has.header && one.has.secret;
        const next: EndpointRecord = {
          ...one,
          name: input.name ?? one.name,
          enabled: input.enabled ?? one.enabled,
          options: { ...one.options, ...input.options },
          unproved: input.verification === undefined ? one.unproved : input.verification === 'none',
          has: { ...one.has, header: one.has.header && !dropsHeader },
        };
        if (input.verification !== undefined && verificationOf(next) !== input.verification) {
          const would = verificationOf(next);
          throw new AppError(
            'bad_input',
            `verification: this endpoint's secrets make it "${would}". Set another secret or header first.`,
          );
        }
        if (dropsHeader) return saveWith(next, { header: null });
        save(next);
        return announce(next);
      }),

    /** A secret that is given ends the user's "accept unproved". */
    setSecret: ({ endpointId, ...wanted }: Parsed<'endpoint.setSecret'>): Promise<Endpoint> =>
      inTurn(async () => {
        const one = record(endpointId);
        refuseForeign(one.vendor, wanted.credentials);
        if (!hasSecrets(wanted)) throw new AppError('bad_input', 'Give a secret, a header or credentials.');
        const proves = wanted.secret !== undefined || wanted.header !== undefined;
        return saveWith({ ...one, unproved: one.unproved && !proves }, wanted);
      }),

    delete: (id: string): Promise<void> =>
      inTurn(async () => {
        record(id);
        const change = await held.remove(id);
        try {
          config.saveEndpoints(config.endpoints().filter((one) => one.id !== id));
        } catch (error) {
          await change.undo();
          throw error;
        }
        change.confirm();
        await tell();
        context.deleted(id);
      }),

    /**
     * Opens a door for calls of our own, reached from this computer by its unguessable key, until it is closed again.
     * @param endpointId what its deliveries carry
     */
    async lend({ endpointId, vendor, secret }: { endpointId: string; vendor: Vendor; secret: string }) {
      const proof = { verification: vendor.signs, secrets: [secret] };
      const key = newKey();
      const door: Door = { endpointId, key, vendor: vendor.info.id, enabled: true, proof };
      await inTurn(() => {
        lent = [...lent, door];
        return tell();
      });
      return {
        url: `${context.urls().local}/hooks/${key}`,
        close: () =>
          inTurn(() => {
            lent = lent.filter((one) => one !== door);
            return tell();
          }),
      };
    },

    close: () => clearTimeout(expiry),
  };
}

export type Endpoints = ReturnType<typeof createEndpoints>;

/** @throws AppError `bad_input` where the vendor has no use for credentials of this kind */
function refuseForeign(vendor: string, credentials: EndpointCredentials | undefined): void {
  if (!credentials) return;
  const sets = findVendor(vendor)?.info.credentialSets ?? [];
  const given = Object.keys(credentials).sort().join();
  if (
    sets.some(
      ({ fields }) =>
        fields
          .map(({ name }) => name)
          .sort()
          .join() === given,
    )
  )
    return;
  const known = sets.map(({ fields }) => `{${fields.map(({ name }) => name).join(', ')}}`).join(' or ');
  throw new AppError(
    'bad_input',
    `credentials: ${known ? `must be ${known} for this vendor.` : 'are of no use here.'}`,
  );
}

function newKey(): string {
  return randomBytes(24).toString('base64url');
}

function hasSecrets(wanted: NewSecrets): boolean {
  return wanted.secret !== undefined || wanted.header !== undefined || wanted.credentials !== undefined;
}
