import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Json, JsonObject } from '../../../shared/events.ts';
import { type ApiRequest, createApiCalls } from './api-call.ts';
import { fetchPicture } from './api-picture.ts';
import { asObject, firstOf, readId, readText } from './fields.ts';
import { readMoment } from './moment.ts';
import { createUnithData } from './unith-data.ts';
import { createToken } from './unith-token.ts';
import {
  type ListedRegistration,
  type VendorAccount,
  type VendorApi,
  VendorError,
  type WantedRegistration,
} from './vendor-api.ts';

const defaultBase = 'https://platform-api.unith.ai';
const defaultDataBase = 'https://api.data.unith.ai';
const HEADS_MS = 60_000;
const PAGE = 50;
const MOST_PAGES = 20;

/** What UNITH calls its events on the wire, and the flag of a registration that asks for each. */
const flags = {
  start_conversation: 'startConversation',
  end_conversation: 'endConversation',
  timeout_conversation: 'timeoutConversation',
  inactivity_warning: 'inactivityWarning',
} as const;
const eventNames = Object.keys(flags) as (keyof typeof flags)[];

const row = z.record(z.string(), z.json());
const rows = z.union([z.array(row), z.object({ data: z.array(row) }).transform(({ data }) => data)]);
const anObject = z.union([z.object({ data: row }).transform(({ data }) => data), row]);

interface Head {
  id: string;
  publicId?: string;
  name: string;
  mode?: string;
  pictureUrl?: string;
}

/** UNITH's platform API. @throws AppError `no_credentials` */
export function openUnithApi({ credentials, options }: VendorAccount): VendorApi {
  const base = options.apiBase ?? defaultBase;
  const token = createToken(credentials, base);
  let bearer = '';
  const calls = createApiCalls({
    vendor: 'UNITH',
    base,
    async headers() {
      bearer = await token.get();
      return { authorization: `Bearer ${bearer}` };
    },
  });

  /** Refused once, it is tried with another token; a pasted one has none. */
  async function call<T>(request: ApiRequest, schema: z.ZodType<T>): Promise<T> {
    try {
      return await calls.call(request, schema);
    } catch (error) {
      if (!(error instanceof VendorError) || error.code !== 'vendor_unauthorized') throw error;
      if (token.refused(bearer)) return calls.call(request, schema);
      throw new VendorError(
        'vendor_unauthorized',
        'The bearer token has ended, or UNITH does not accept it. Paste a new one, or enter e-mail and secret key.',
        { mayPass: false, cause: error },
      );
    }
  }

  let org: string | undefined;
  async function publicOrg(): Promise<string | undefined> {
    const me = await call({ method: 'GET', path: '/user/me' }, anObject);
    org = firstOf(
      [asObject(me.organisation), asObject(me.organization), me],
      ['publicId', 'public_id', 'publicOrgId'],
      readId,
    );
    return org;
  }

  let heads: { at: number; all: Promise<Head[]> } | undefined;
  function listHeads(): Promise<Head[]> {
    if (heads && Date.now() - heads.at < HEADS_MS) return heads.all;
    const all = loadHeads();
    heads = { at: Date.now(), all };
    all.catch(() => {
      heads = undefined;
    });
    return all;
  }

  async function loadHeads(): Promise<Head[]> {
    const found: Head[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const query = { order: 'ASC', page: String(page), take: String(PAGE) };
      const some = await call({ method: 'GET', path: '/head/all', query }, rows);
      found.push(...some.flatMap(readHead));
      if (some.length < PAGE) break;
    }
    return found;
  }

  /** The UUID, also where the public id was typed in. @throws AppError `choose_target` */
  async function headId(): Promise<string> {
    const wanted = options.headId;
    if (wanted === undefined)
      throw new AppError('choose_target', 'Choose the digital human to connect first.');
    if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(wanted)) return wanted;
    return (await listHeads()).find(({ publicId }) => publicId === wanted)?.id ?? wanted;
  }

  const one = (ref: string) => `/head-events/${encodeURIComponent(ref)}`;
  const switchPath = async () => `/head/${encodeURIComponent(await headId())}/enable-events`;
  const data = createUnithData({
    base: options.dataBase ?? defaultDataBase,
    bearer: () => token.get(),
    org: async () => org ?? (await publicOrg()),
    head: () => options.headId,
  });

  return {
    keepsSecret: true,
    allEvents: eventNames,

    async checkAccess() {
      await publicOrg();
    },

    async switchOn() {
      // The switch is in the query; a body is ignored.
      await call({ method: 'PUT', path: await switchPath(), query: { enableEvents: 'true' } }, z.unknown());
      const isOn = await call({ method: 'GET', path: await switchPath() }, z.unknown());
      if (isOn === false) {
        throw new VendorError(
          'vendor_unexpected',
          'UNITH did not switch the events of this digital human on.',
          {
            mayPass: true,
          },
        );
      }
    },

    async targets() {
      return (await listHeads()).map(({ id, name, publicId, mode }) => {
        const detail = [publicId, mode].filter(Boolean).join(' · ');
        return { id, name, ...(detail && { detail }) };
      });
    },

    async list() {
      const found = await call(
        { method: 'GET', path: '/head-events', query: { headId: await headId() } },
        rows,
      );
      return found.flatMap(readRegistration);
    },

    async create(wanted) {
      const body = { headId: await headId(), ...bodyOf(wanted) };
      const made = await call({ method: 'POST', path: '/head-events', body }, anObject);
      heads = undefined;
      const ref = readId(made.id);
      const secret = readText(made.sharedKey) || undefined;
      return { ...(ref !== undefined && { ref }), ...(secret !== undefined && { secret }) };
    },

    async update(ref, wanted) {
      await call({ method: 'PATCH', path: one(ref), body: bodyOf(wanted) }, z.unknown());
    },

    async remove(ref) {
      try {
        await call({ method: 'DELETE', path: one(ref) }, z.unknown());
      } catch (error) {
        if (!(error instanceof VendorError) || error.code !== 'vendor_not_found') throw error;
      }
    },

    async agent(agentId) {
      const found = (await listHeads()).find(({ id, publicId }) => id === agentId || publicId === agentId);
      if (!found) return undefined;
      const { id, publicId, name, pictureUrl } = found;
      return {
        agentId,
        alsoKnownAs: [id, publicId].filter((other) => other !== undefined && other !== agentId) as string[],
        name,
        ...(pictureUrl !== undefined && { pictureUrl }),
      };
    },

    picture: (url) => fetchPicture(url, base),
    ...data,
  };
}

function bodyOf({ url, events, active }: WantedRegistration) {
  const wanted = new Set(events.length === 0 ? eventNames : events);
  const on = eventNames.map((name) => [flags[name], active && wanted.has(name)]);
  return { webhookUrl: url, ...Object.fromEntries(on) };
}

function readRegistration(one: JsonObject): ListedRegistration[] {
  const ref = readId(one.id);
  const url = readText(one.webhookUrl);
  if (ref === undefined || url === undefined) return [];
  const events = eventNames.filter((name) => one[flags[name]] === true);
  const createdAt = readMoment(one.createdAt);
  const secret = readText(one.sharedKey) || undefined;
  const target = readId(one.headId);
  return [
    {
      ref,
      url,
      events,
      active: events.length > 0,
      ...(target !== undefined && { target }),
      ...(secret !== undefined && { secret }),
      ...(createdAt !== undefined && { createdAt: new Date(createdAt).toISOString() }),
    },
  ];
}

function readHead(one: JsonObject): Head[] {
  const id = readId(one.id);
  if (id === undefined) return [];
  const publicId = readId(one.publicId);
  const mode = readId(one.operationMode);
  const picture = firstOf([one], pictureNames, readPicture);
  return [
    {
      id,
      name: readId(one.name) ?? readId(one.alias) ?? publicId ?? id,
      ...(publicId !== undefined && { publicId }),
      ...(mode !== undefined && { mode }),
      ...(picture !== undefined && { pictureUrl: picture }),
    },
  ];
}

/** Undocumented: what it could be called. */
const pictureNames = [
  'imageUrl',
  'image_url',
  'thumbnailUrl',
  'thumbnail',
  'posterImage',
  'posterImageUrl',
  'image',
];

function readPicture(value: Json | undefined): string | undefined {
  const text = readText(value);
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}
