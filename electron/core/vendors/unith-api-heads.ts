import { z } from 'zod';
import type { Json, JsonObject } from '../../../shared/events.ts';
import { asObject, firstOf, readId, readText } from './fields.ts';
import { omitAbsent } from './omit-absent.ts';
import type { UnithCall } from './unith-api-calls.ts';

const KEPT_MS = 60_000;
const PAGE = 50;
const MOST_PAGES = 20;

/** A digital human. */
export interface Head {
  /** The UUID. */
  id: string;
  publicId?: string;
  name: string;
  mode?: string;
  pictureUrl?: string;
}

const row = z.record(z.string(), z.json());
const page = z.union([
  z
    .object({ data: z.array(row), meta: z.json().optional() })
    .transform(({ data, meta }) => ({ rows: data, hasMore: asObject(meta)?.hasNextPage })),
  z.array(row).transform((rows) => ({ rows, hasMore: undefined })),
]);

/** The account's digital humans: asked for at most once a minute, however many want to know. */
export function createHeads(call: UnithCall, now = Date.now) {
  let kept: { at: number; all: Promise<Head[]> } | undefined;

  async function load(): Promise<Head[]> {
    const found = new Map<string, Head>();
    for (let n = 1; n <= MOST_PAGES; n++) {
      const query = { order: 'ASC', page: String(n), take: String(PAGE) };
      const { rows, hasMore } = await call({ method: 'GET', path: '/head/all', query }, page);
      const before = found.size;
      for (const one of rows.flatMap(readHead)) found.set(one.id, one);
      // Whoever takes no notice of the page gives the same one for ever.
      if (found.size === before || hasMore === false) break;
      if (rows.length < PAGE && hasMore !== true) break;
    }
    return [...found.values()];
  }

  function all(): Promise<Head[]> {
    const age = kept ? now() - kept.at : Number.NaN;
    if (kept && age >= 0 && age < KEPT_MS) return kept.all;
    const asked = { at: now(), all: load() };
    kept = asked;
    asked.all.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked.all;
  }

  return {
    all,
    /** By the UUID or the public id. */
    find: async (either: string): Promise<Head | undefined> =>
      (await all()).find(({ id, publicId }) => id === either || publicId === either),
  };
}

function readHead(one: JsonObject): Head[] {
  const id = readId(one.id);
  if (id === undefined) return [];
  const publicId = readId(one.publicId);
  return [
    omitAbsent({
      id,
      publicId,
      name: readId(one.name) ?? readId(one.alias) ?? publicId ?? id,
      mode: readId(one.operationMode),
      pictureUrl: firstOf([one], pictureNames, readPicture),
    }),
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
  return text && text.length <= 2048 && /^https?:\/\//i.test(text) ? text : undefined;
}
