import { z } from 'zod';
import type { EndpointCredentials, VendorLogEntry } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Json } from '../../../shared/events.ts';
import { type ApiCalls, createApiCalls } from './api-call.ts';
import { fetchPicture } from './api-picture.ts';
import { missedByBithuman } from './bithuman-missed.ts';
import { readMoment } from './moment.ts';
import {
  type VendorAccount,
  type VendorAgent,
  type VendorApi,
  type VendorDirectory,
  VendorError,
} from './vendor-api.ts';

const defaultBase = 'https://api.bithuman.ai';
/** Three attempts of the vendor, of 10 s each, with its pauses. */
const TEST_MS = 45_000;

const text = z.string().max(2000);
const webhook = z.object({
  id: text,
  url: text,
  events: z.array(text).nullish(),
  active: z.boolean().nullish(),
  created_at: z.unknown().optional(),
});
const agent = z.object({
  code: text.nullish(),
  agent_id: text.nullish(),
  name: text.nullish(),
  image_url: text.nullish(),
});
const delivery = z.object({
  id: z.union([text, z.number()]).transform(String),
  event_type: text,
  status_code: z.number().nullish(),
  attempts: z.number().nullish(),
  delivered: z.boolean().nullish(),
  created_at: z.unknown().optional(),
});

/** bitHuman's REST API with an account's API secret. @throws AppError `no_credentials` */
export function openBithumanApi(account: VendorAccount): VendorApi {
  const { calls, base } = openCalls(account);
  const log = async (ref: string): Promise<VendorLogEntry[]> => {
    const path = `/v1/webhooks/${encodeURIComponent(ref)}/deliveries`;
    const { data } = await calls.call({ method: 'GET', path }, z.object({ data: z.array(delivery) }));
    return data.map((one) => ({
      id: one.id,
      type: one.event_type,
      delivered: one.delivered ?? false,
      status: one.status_code ?? null,
      attempts: one.attempts ?? 0,
      createdAt: readTime(one.created_at) ?? new Date(0).toISOString(),
    }));
  };
  return {
    keepsSecret: false,
    allEvents: [],

    async checkAccess() {
      const { valid } = await calls.call(
        { method: 'POST', path: '/v1/validate', body: {} },
        z.object({ valid: z.boolean() }),
      );
      if (valid) return;
      throw new VendorError(
        'vendor_unauthorized',
        'bitHuman does not accept this API secret. Enter it again.',
        {
          mayPass: false,
        },
      );
    },

    async list() {
      const { data } = await calls.call(
        { method: 'GET', path: '/v1/webhooks' },
        z.object({ data: z.array(webhook) }),
      );
      return data.map(({ id, url, events, active, created_at }) => {
        const createdAt = readTime(created_at);
        return {
          ref: id,
          url,
          events: events ?? [],
          active: active ?? true,
          ...(createdAt !== undefined && { createdAt }),
        };
      });
    },

    async create({ url, events }) {
      const body = { url, events, description: 'Greenroom' };
      const { data } = await calls.call(
        { method: 'POST', path: '/v1/webhooks', body },
        z.object({ data: z.object({ id: text, secret: text.min(1) }) }),
      );
      return { ref: data.id, secret: data.secret };
    },

    async remove(ref) {
      try {
        await calls.call({ method: 'DELETE', path: `/v1/webhooks/${encodeURIComponent(ref)}` }, z.unknown());
      } catch (error) {
        if (!(error instanceof VendorError) || error.code !== 'vendor_not_found') throw error;
      }
    },

    async test(ref) {
      const { data } = await calls.call(
        {
          method: 'POST',
          path: `/v1/webhooks/${encodeURIComponent(ref)}/test`,
          body: {},
          timeoutMs: TEST_MS,
        },
        z.object({
          data: z.object({
            delivered: z.boolean(),
            status_code: z.number().nullish(),
            attempts: z.number().nullish(),
          }),
        }),
      );
      return { delivered: data.delivered, status: data.status_code ?? null, attempts: data.attempts ?? 1 };
    },

    log,
    missed: (ref, from, to) =>
      missedByBithuman(calls, ref === undefined ? undefined : () => log(ref), from, to),
    ...directory(calls, base),
  };
}

/** Who agents are: all that an endpoint of the dashboard can use the API secret for. @throws AppError `no_credentials` */
export function openBithumanDirectory(account: VendorAccount): VendorDirectory {
  const { calls, base } = openCalls(account);
  return directory(calls, base);
}

function openCalls({ credentials, options }: VendorAccount) {
  const base = options.apiBase ?? defaultBase;
  const headers = { 'api-secret': secretOf(credentials) };
  return { base, calls: createApiCalls({ vendor: 'bitHuman', base, headers: () => headers }) };
}

function secretOf(credentials: EndpointCredentials): string {
  if ('apiSecret' in credentials) return credentials.apiSecret;
  throw new AppError('no_credentials', 'bitHuman needs the API secret of your account. Enter it first.');
}

function directory(calls: ApiCalls, base: string) {
  return {
    async agent(agentId: string): Promise<VendorAgent | undefined> {
      try {
        const path = `/v1/agent/${encodeURIComponent(agentId)}`;
        const found = await calls.call(
          { method: 'GET', path },
          z.union([z.object({ data: agent }).transform(({ data }) => data), agent]),
        );
        const ids = [found.code, found.agent_id].filter((id) => typeof id === 'string' && id !== '');
        return {
          agentId,
          alsoKnownAs: (ids as string[]).filter((id) => id !== agentId),
          name: found.name ?? agentId,
          ...(found.image_url && { pictureUrl: found.image_url }),
        };
      } catch (error) {
        if (error instanceof VendorError && error.code === 'vendor_not_found') return undefined;
        throw error;
      }
    },
    picture: (url: string) => fetchPicture(url, base),
  };
}

function readTime(value: unknown): string | undefined {
  const at = readMoment(value as Json | undefined);
  return at === undefined ? undefined : new Date(at).toISOString();
}
