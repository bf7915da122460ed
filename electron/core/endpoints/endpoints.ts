import { randomBytes } from 'node:crypto';
import type { Parsed } from '../../../shared/contract.ts';
import type { Endpoint, Verification } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Config, EndpointRecord } from '../files/config.ts';
import type { Vault } from '../files/vault.ts';
import type { Door } from '../intake/intake.ts';
import { keyedHash } from '../intake/judge.ts';
import { findVendor, vendors } from '../vendors/registry.ts';
import {
  active,
  type EndpointSecrets,
  endpointSecrets,
  type NewSecrets,
  nextExpiry,
  noSecrets,
  replaceSecrets,
} from './endpoint-secrets.ts';

export interface EndpointsContext {
  config: Config;
  vault: Vault;
  headersKey: Buffer;
  /** Where vendors find the receiver, from here and from the internet. */
  urls(): { local: string; public: string | null };
  /** The receive thread takes these from now on. */
  doorsChanged(doors: Door[]): Promise<void>;
  changed(endpoint: Endpoint): void;
  deleted(id: string): void;
}

type Loaded = EndpointSecrets | 'unreadable';

/** The endpoints with their secrets, as the core sees them; `Endpoint` is what leaves it. */
export function createEndpoints(context: EndpointsContext) {
  const { config, vault } = context;
  const loaded = new Map<string, Loaded>();
  let expiry: NodeJS.Timeout | undefined;

  const vaultName = (id: string) => `endpoint:${id}`;

  function record(id: string): EndpointRecord {
    const found = config.endpoints().find((one) => one.id === id);
    if (!found) throw new AppError('not_found', 'There is no endpoint with this id.');
    return found;
  }

  function view(one: EndpointRecord): Endpoint {
    const urls = context.urls();
    const path = `/hooks/${one.key}`;
    return {
      id: one.id,
      vendor: one.vendor,
      name: one.name,
      enabled: one.enabled,
      key: one.key,
      path,
      localUrl: urls.local + path,
      publicUrl: urls.public === null ? null : urls.public + path,
      verification: verificationOf(one),
      ...(one.headerName !== undefined && { headerName: one.headerName }),
      hasSecret: one.has.secret || one.has.header,
      hasCredentials: one.has.credentials,
      ...(loaded.get(one.id) === 'unreadable' && { secretUnreadable: true as const }),
      options: one.options,
      registration: { state: 'none' },
      createdAt: one.createdAt,
    };
  }

  function door(one: EndpointRecord, now: number): Door {
    const secrets = loaded.get(one.id) ?? noSecrets;
    const base = { endpointId: one.id, key: one.key, vendor: one.vendor, enabled: one.enabled };
    const verification = verificationOf(one);
    if (secrets === 'unreadable' && verification !== 'none') return { ...base, proof: undefined };
    const { secrets: signing, header } = secrets === 'unreadable' ? noSecrets : secrets;
    return {
      ...base,
      proof: {
        verification,
        secrets: active(signing, now),
        ...(header && {
          header: {
            name: header.name,
            valueHashes: active(header.values, now).map((value) => keyedHash(context.headersKey, value)),
          },
        }),
      },
    };
  }

  /** Tells the receive thread, and again when a replaced secret ends. */
  async function tell(): Promise<void> {
    const now = Date.now();
    clearTimeout(expiry);
    const readable = [...loaded.values()].filter((one) => one !== 'unreadable');
    const next = nextExpiry(readable, now);
    if (next !== undefined) expiry = setTimeout(() => void tell(), next - now + 1).unref();
    await context.doorsChanged(config.endpoints().map((one) => door(one, now)));
  }

  async function save(one: EndpointRecord): Promise<Endpoint> {
    const others = config.endpoints();
    const known = others.some(({ id }) => id === one.id);
    config.saveEndpoints(
      known ? others.map((other) => (other.id === one.id ? one : other)) : [...others, one],
    );
    await tell();
    const endpoint = view(one);
    context.changed(endpoint);
    return endpoint;
  }

  /** Into the vault first: an endpoint never claims a secret that was not kept. */
  async function keep(one: EndpointRecord, wanted: NewSecrets): Promise<EndpointRecord> {
    const before = loaded.get(one.id) ?? noSecrets;
    const secrets = replaceSecrets(before === 'unreadable' ? noSecrets : before, wanted, Date.now());
    const given = wanted.secret !== undefined || wanted.header || wanted.credentials;
    if (given) await vault.set(vaultName(one.id), JSON.stringify(secrets));
    loaded.set(one.id, secrets);
    return {
      ...one,
      ...(secrets.header && { headerName: secrets.header.name }),
      has: {
        secret: secrets.secrets.length > 0,
        header: secrets.header !== undefined,
        credentials: secrets.credentials !== undefined,
      },
    };
  }

  return {
    /** Reads what the vault holds. An unreadable secret is a state of its endpoint, not an error. */
    async load(): Promise<void> {
      for (const one of config.endpoints()) {
        if (!one.has.secret && !one.has.header && !one.has.credentials) continue;
        loaded.set(one.id, await read(vault, vaultName(one.id)));
      }
    },

    tell,
    list: () => config.endpoints().map(view),
    get: (id: string) => view(record(id)),

    /** For signing samples. @throws AppError `secret_unreadable` */
    secretsOf(id: string): { secret?: string; header?: { name: string; value: string } } {
      const secrets = loaded.get(record(id).id) ?? noSecrets;
      if (secrets === 'unreadable') {
        throw new AppError(
          'secret_unreadable',
          'The secret of this endpoint cannot be read here. Enter it again.',
        );
      }
      const [secret] = active(secrets.secrets, Date.now());
      const [value] = active(secrets.header?.values ?? [], Date.now());
      return {
        ...(secret !== undefined && { secret }),
        ...(secrets.header && value !== undefined && { header: { name: secrets.header.name, value } }),
      };
    },

    async create(input: Parsed<'endpoint.create'>): Promise<Endpoint> {
      if (!findVendor(input.vendor)) {
        const known = vendors.map(({ info }) => info.id).join(', ');
        throw new AppError('bad_input', `vendor: "${input.vendor}" is not known. Known are: ${known}.`);
      }
      const fresh: EndpointRecord = {
        id: `ep_${randomBytes(8).toString('hex')}`,
        vendor: input.vendor,
        name: input.name,
        enabled: true,
        key: randomBytes(24).toString('base64url'),
        unproved: input.verification === 'none',
        has: { secret: false, header: false, credentials: false },
        options: input.options ?? {},
        createdAt: new Date().toISOString(),
      };
      return save(await keep(fresh, input));
    },

    async update(input: Parsed<'endpoint.update'>): Promise<Endpoint> {
      const one = record(input.endpointId);
      const next: EndpointRecord = {
        ...one,
        name: input.name ?? one.name,
        enabled: input.enabled ?? one.enabled,
        options: { ...one.options, ...input.options },
        unproved: input.verification === undefined ? one.unproved : input.verification === 'none',
      };
      if (input.verification !== undefined && verificationOf(next) !== input.verification) {
        const would = verificationOf(next);
        throw new AppError(
          'bad_input',
          `verification: this endpoint's secrets make it "${would}". Set another secret or header first.`,
        );
      }
      return save(next);
    },

    /** A secret that is given ends the user's "accept unproved". */
    async setSecret({ endpointId, ...wanted }: Parsed<'endpoint.setSecret'>): Promise<Endpoint> {
      const one = record(endpointId);
      if (wanted.secret === undefined && !wanted.header && !wanted.credentials) {
        throw new AppError('bad_input', 'Give a secret, a header or credentials.');
      }
      const proves = wanted.secret !== undefined || wanted.header !== undefined;
      return save(await keep({ ...one, unproved: one.unproved && !proves }, wanted));
    },

    async delete(id: string): Promise<void> {
      record(id);
      config.saveEndpoints(config.endpoints().filter((one) => one.id !== id));
      loaded.delete(id);
      await tell();
      context.deleted(id);
      await vault.delete(vaultName(id));
    },

    close: () => clearTimeout(expiry),
  };
}

export type Endpoints = ReturnType<typeof createEndpoints>;

/** Header → `header`; else what a signature means to the vendor; unless the user accepts deliveries unproved. */
function verificationOf(one: EndpointRecord): Verification {
  if (one.unproved) return 'none';
  const vendor = findVendor(one.vendor);
  if (one.has.header) return 'header';
  if (one.has.secret) return vendor?.signs ?? 'signature';
  return vendor?.info.secretKinds[0] === 'header' ? 'header' : (vendor?.signs ?? 'signature');
}

async function read(vault: Vault, name: string): Promise<Loaded> {
  try {
    const text = await vault.get(name);
    return text === undefined ? 'unreadable' : endpointSecrets.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}
