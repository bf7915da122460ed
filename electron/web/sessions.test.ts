import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSessions } from './sessions.ts';
import { rawCall } from './testing/raw-call.ts';
import { newDataDir, startTestHost } from './testing/test-host.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function withClock(dataDir = newDataDir()) {
  const clock = { now: Date.UTC(2026, 2, 4) };
  return { clock, dataDir, sessions: createSessions(dataDir, () => clock.now) };
}

test('a link is good once, and for ten minutes', () => {
  const { clock, sessions } = withClock();
  const first = sessions.createLink();
  const second = sessions.createLink();
  clock.now += 10 * MINUTE - 1;
  const session = sessions.redeem(first);
  expect(session?.seconds).toBe(30 * 24 * 60 * 60);
  expect(sessions.isSession(session?.id ?? '')).toBe(true);
  expect(sessions.redeem(first)).toBeUndefined();
  clock.now += 1;
  expect(sessions.redeem(second)).toBeUndefined();
});

test('a session lasts thirty days', () => {
  const { clock, sessions } = withClock();
  const { id } = sessions.redeem(sessions.createLink()) ?? { id: '' };
  clock.now += 30 * DAY - 1;
  expect(sessions.isSession(id)).toBe(true);
  clock.now += 1;
  expect(sessions.isSession(id)).toBe(false);
});

test('links, sessions and the token are different things', () => {
  const { sessions } = withClock();
  const link = sessions.createLink();
  const { id } = sessions.redeem(sessions.createLink()) ?? { id: '' };
  expect(sessions.isToken(sessions.token)).toBe(true);
  for (const other of ['', 'x', link, id, `${sessions.token} `]) expect(sessions.isToken(other)).toBe(false);
  for (const other of ['', link, sessions.token]) expect(sessions.isSession(other)).toBe(false);
  for (const other of ['', id, sessions.token]) expect(sessions.redeem(other)).toBeUndefined();
});

test('there are at most fifty of each: the oldest give way', () => {
  const { sessions, dataDir } = withClock();
  const links = Array.from({ length: 60 }, () => sessions.createLink());
  const ids = links.map((link) => sessions.redeem(link)?.id ?? '');
  expect(ids.filter((id) => id !== '')).toHaveLength(50);
  const more = Array.from({ length: 20 }, () => sessions.redeem(sessions.createLink())?.id ?? '');
  expect(more.every(sessions.isSession)).toBe(true);
  expect(ids.filter(sessions.isSession)).toHaveLength(30);
  expect(JSON.parse(readFileSync(join(dataDir, 'web-sessions.json'), 'utf8'))).toHaveLength(50);
});

test('only hashes are kept, for their owner alone', () => {
  const { sessions, dataDir } = withClock();
  const link = sessions.createLink();
  const { id } = sessions.redeem(link) ?? { id: '' };
  const file = join(dataDir, 'web-sessions.json');
  const text = readFileSync(file, 'utf8');
  for (const secret of [id, link, sessions.token]) expect(text).not.toContain(secret);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each(['', '{', '{}', '[{"hash":1}]', 'null'])(
  'a file of %j lets nobody in and hinders nobody',
  (text) => {
    const dataDir = newDataDir();
    writeFileSync(join(dataDir, 'web-sessions.json'), text);
    const { sessions } = withClock(dataDir);
    expect(sessions.isSession('')).toBe(false);
    expect(sessions.redeem(sessions.createLink())).toBeDefined();
  },
);

test('a disk that takes nothing locks nobody out', () => {
  const dataDir = newDataDir();
  mkdirSync(join(dataDir, 'web-sessions.json'));
  const { sessions } = withClock(dataDir);
  const { id } = sessions.redeem(sessions.createLink()) ?? { id: '' };
  expect(sessions.isSession(id)).toBe(true);
});

test('an open tab goes on after a restart, while the token and open links end with their run', async () => {
  const first = await startTestHost();
  const { headers } = await rawCall(first.ui, new URL(first.link()).pathname);
  const link = new URL(first.link()).pathname;
  await first.stop();
  const uiPort = Number(new URL(first.ui).port);
  const second = await startTestHost({ dataDir: first.dataDir, uiPort });
  try {
    const ask = (shown: Record<string, string>) =>
      rawCall(second.ui, '/api/status.get', { method: 'POST', headers: shown });
    const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect((await ask({ cookie })).status).toBe(200);
    expect((await ask({ authorization: `Bearer ${first.token}` })).status).toBe(401);
    expect((await rawCall(second.ui, link)).headers['set-cookie']).toBeUndefined();
  } finally {
    await second.stop();
  }
});
