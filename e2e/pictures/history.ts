import { createHash } from 'node:crypto';
import { createCommitter } from '../../electron/core/store/committer.ts';
import { storeFiles } from '../../electron/core/store/files.ts';
import { findVendor } from '../../electron/core/vendors/registry.ts';
import type { Endpoint } from '../../shared/endpoints.ts';
import { callOf } from './call.ts';
import { type Avatar, type Moment, mira, okafor, talks } from './cast.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How busy each hour of a day is, from 7 on. */
const busy = [1, 2, 4, 5, 5, 3, 3, 4, 5, 6, 5, 4, 3, 2, 1];

/** A moment, and when it was told: milliseconds since the epoch. */
export interface Told {
  at: number;
  moment: Moment;
}

/**
 * The days before today, as they would have come, by the product's own writer, into a store that nobody has open.
 * The same each time, but for the day it ends on. `now` follows them. @returns how many sessions the days had
 */
export function writeHistory(
  dataDir: string,
  endpoints: readonly Endpoint[],
  days: number,
  now: readonly Told[],
): number {
  const random = createRandom(7);
  const committer = createCommitter(storeFiles(dataDir).main, { committed() {}, state() {}, setAside() {} });
  const today = new Date().setHours(0, 0, 0, 0);
  let sessions = 0;
  for (let day = days; day >= 1; day--) {
    const begins = new Date(today - day * DAY + DAY / 2).setHours(7, 0, 0, 0);
    const isWeekend = [0, 6].includes(new Date(begins).getDay());
    const calls: Told[] = [];
    busy.forEach((share, hour) => {
      const count = Math.round(share * (isWeekend ? 0.5 : 1) * (0.6 + random()));
      for (let i = 0; i < count; i++) {
        calls.push(...talkAt(begins + hour * HOUR + random() * HOUR, `past-${sessions++}`, random));
      }
    });
    calls.sort((a, b) => a.at - b.at);
    committer.attempt((writer) => {
      for (const { at, moment } of calls) writer.record(arrival(at, moment, endpoints));
    });
  }
  committer.attempt((writer) => {
    for (const { at, moment } of now) writer.record(arrival(at, moment, endpoints));
  });
  committer.close();
  return sessions;
}

/** One conversation with pauses as people make them. */
function talkAt(begins: number, session: string, random: () => number) {
  const avatar = random() < 0.62 ? mira : okafor;
  const lines = pick(talks.get(avatar) ?? [], random) ?? [];
  const room = pick(avatar.rooms, random);
  let at = Math.round(begins);
  const calls: Told[] = [
    { at, moment: { avatar, session, kind: 'session.joined', ...(room !== undefined && { room }) } },
  ];
  const thinks = 6000 + random() * random() * 200_000;
  lines.forEach((text, index) => {
    const role = index % 2 === 0 ? ('user' as const) : ('assistant' as const);
    at += Math.round(role === 'user' ? thinks * (0.5 + random()) : 900 + random() * 2400);
    calls.push({ at, moment: { avatar, session, kind: 'chat.message', role, text } });
  });
  return calls;
}

function arrival(at: number, moment: Moment, endpoints: readonly Endpoint[]) {
  const { headers, body } = callOf(moment, at);
  const vendor = findVendor(moment.avatar.vendor);
  if (!vendor) throw new Error('no such vendor');
  return {
    endpointId: idOf(moment.avatar, endpoints),
    vendor: moment.avatar.vendor,
    receivedAt: at,
    headers: Object.entries(headers),
    body,
    bodyHash: createHash('sha256').update(body).digest(),
    verdict: 'verified' as const,
    ...vendor.read({ header: (name) => headers[name], body }),
  };
}

export function idOf({ name }: Avatar, endpoints: readonly Endpoint[]): string {
  const found = endpoints.find((endpoint) => endpoint.name === name);
  if (!found) throw new Error(`No endpoint ${name}`);
  return found.id;
}

function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Numbers from 0 to 1 that are the same each time: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
