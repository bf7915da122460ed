import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Door } from '../intake/intake.ts';
import type { Committed } from '../store/arrival.ts';
import { storeFiles } from '../store/files.ts';
import { lockFolder } from '../store/lock.ts';
import { tempDir } from '../store/testing/temp-store.ts';
import { startReceiveHost } from './receive-host.ts';
import { tellToDie } from './testing/crash-on-command.ts';

const setup = {
  limits: { maxBodyBytes: 1024, retentionDays: 30, retentionBytes: 2 ** 40, sessionQuietMinutes: 30 },
  keys: { headers: '00', samples: '00' },
};
const door = (key: string): Door => ({
  endpointId: `ep_${key}`,
  key,
  vendor: 'bithuman',
  enabled: true,
  proof: { verification: 'none', secrets: [] },
});

async function start(dir = tempDir()) {
  const files = storeFiles(dir);
  const told = { committed: [] as Committed[], died: 0, revived: 0, lost: 0 };
  const host = await startReceiveHost(
    new URL('./testing/mortal-receive.ts', import.meta.url),
    { files },
    {
      committed: (changes) => void told.committed.push(changes),
      storeState: () => undefined,
      setAside: () => undefined,
      secretMissing: () => undefined,
      pruned: () => undefined,
      died: () => void told.died++,
      revived: () => void told.revived++,
      lost: () => void told.lost++,
    },
  );
  onTestFinished(() => host.close());
  await host.open(setup);
  await host.setDoors([door('one')]);
  const port = await host.listen({ port: 0, explicit: true });
  const channel = `${files.lock}.die`;
  return {
    host,
    told,
    files,
    port,
    send: async (key: string, body: string) =>
      (await fetch(`http://127.0.0.1:${port}/hooks/${key}`, { method: 'POST', body })).status,
    die: (how?: 'exit') => tellToDie(channel, how),
    /** From now on it dies at its start too. */
    breakStart: () => writeFileSync(channel, ''),
    mendStart: () => rmSync(channel),
  };
}

test('a thread that dies is started again on the same port, and knows what it must', async () => {
  const { host, told, send, die } = await start();
  expect(await send('one', '1')).toBe(200);
  die();
  await vi.waitUntil(() => told.died === 1);
  await host.setDoors([door('one'), door('two')]);
  host.setLimits({ ...setup.limits, maxBodyBytes: 10 });
  await vi.waitUntil(() => told.revived === 1, { timeout: 5000 });
  expect(await send('two', '2')).toBe(200);
  expect(await send('one', '1')).toBe(200);
  expect(await send('one', 'x'.repeat(11))).toBe(413);
  await vi.waitUntil(() =>
    told.committed.some(({ deliveries }) => deliveries.some((one) => one.duplicates === 1)),
  );
  expect(told.committed.flatMap(({ events }) => events.map(({ seq }) => seq))).toContain(2);
  expect(told).toMatchObject({ died: 1, revived: 1, lost: 0 });

  die('exit');
  await vi.waitUntil(() => told.revived === 2, { timeout: 5000 });
  expect(await send('one', '3')).toBe(200);
});

test('a thread that was started again knows the public host, also one that changed meanwhile', async () => {
  const { host, told, send, die, port } = await start();
  const reached = () =>
    told.committed.flatMap((changes) => changes.reached.map(({ endpointId }) => endpointId));
  const here = `127.0.0.1:${port}`;
  expect(await send('one', 'before')).toBe(200);
  host.setPublicHost(here);
  expect(await send('one', '1')).toBe(200);
  await vi.waitUntil(() => reached().length === 1, { timeout: 5000 });
  die();
  await vi.waitUntil(() => told.revived === 1, { timeout: 5000 });
  expect(await send('one', '2')).toBe(200);
  await vi.waitUntil(() => reached().length === 2, { timeout: 5000 });
  die();
  await vi.waitUntil(() => told.died === 2, { timeout: 5000 });
  host.setPublicHost('elsewhere.example');
  await vi.waitUntil(() => told.revived === 2, { timeout: 5000 });
  expect(await send('one', '3')).toBe(200);
  // Told in the order of the commits: the next one shows that the one before was not counted.
  host.setPublicHost(here);
  expect(await send('one', '4')).toBe(200);
  await vi.waitUntil(() => reached().length === 3, { timeout: 5000 });
  const told3 = told.committed.findLast((changes) => changes.reached.length > 0);
  expect(told3?.events.at(-1)?.seq).toBe(5);
});

test('what is fetched is kept once and told, a session of long ago as ended', async () => {
  const { host, told } = await start();
  const at = Date.now() - 3 * 60 * 60 * 1000;
  const what = {
    endpointId: 'ep_one',
    vendor: 'unith',
    receivedAt: Date.now(),
    facts: ['one', 'two'].map((text) => ({
      kind: 'chat.message' as const,
      occurredAt: at,
      vendorSessionId: 'v1',
      data: { role: 'user', text },
      key: text,
      unlessTold: false,
    })),
  };
  expect(await host.ask().keepFetched(what)).toEqual({ added: 2, gap: false });
  expect(await host.ask().keepFetched(what)).toEqual({ added: 0, gap: false });
  await vi.waitUntil(() => told.committed.length > 0, { timeout: 5000 });
  expect(told.committed[0]).toMatchObject({
    events: [{ source: 'fetched', deliveryId: null }, { seq: 2 }],
    sessions: [{ vendorSessionId: 'v1', state: 'ended', messages: 2 }],
  });
});

test('calls to a thread that is dead are refused with a code', async () => {
  const { host, told, die, breakStart, mendStart } = await start();
  breakStart();
  die();
  await vi.waitUntil(() => told.lost === 1, { timeout: 5000 });
  await expect(host.ask().issueNonce()).rejects.toMatchObject({ code: 'not_available' });
  await host.setDoors([]);
  mendStart();
  await vi.waitUntil(() => told.revived === 1, { timeout: 5000 });
  expect(await host.ask().issueNonce()).toMatchObject({ nonce: expect.any(String) });
  expect(told).toMatchObject({ died: 1, lost: 1 });
});

test('stopping while it is dead, or just being started, ends and releases the folder', async () => {
  for (const broken of [true, false]) {
    const { host, told, die, breakStart, files } = await start();
    if (broken) breakStart();
    die();
    await vi.waitUntil(() => told.died === 1);
    if (broken) await vi.waitUntil(() => told.lost === 1, { timeout: 5000 });
    await host.beginStop();
    await host.close();
    lockFolder(files.lock)();
    expect(told.revived).toBeLessThanOrEqual(1);
  }
});

test('a folder that is in use is refused, and one that was closed is free', async () => {
  const dir = tempDir();
  const { host } = await start(dir);
  await expect(start(dir)).rejects.toMatchObject({ code: 'folder_in_use' });
  await host.close();
  await (await start(dir)).host.close();
});

test.each(['lock', 'main'] as const)(
  'a %s file that cannot be opened is told in words, with a code',
  async (which) => {
    const dir = tempDir();
    mkdirSync(storeFiles(dir)[which]);
    await expect(start(dir)).rejects.toMatchObject({
      code: 'store_failed',
      message: expect.stringMatching(/^The (disk|data folder) /),
    });
  },
);

test('beginStop answers what was accepted, and closing keeps it', async () => {
  const dir = tempDir();
  const { host, send } = await start(dir);
  const sent = Promise.all(Array.from({ length: 50 }, (_, i) => send('one', `body ${i}`).catch(() => 0)));
  await host.beginStop();
  const statuses = await sent;
  expect(new Set(statuses)).toEqual(new Set(statuses.filter((status) => status === 200 || status === 503)));
  await host.close();
  const again = await startReceiveHost(
    new URL('./receive-thread.ts', import.meta.url),
    { files: storeFiles(dir) },
    {
      committed: () => undefined,
      storeState: () => undefined,
      setAside: () => undefined,
      secretMissing: () => undefined,
      pruned: () => undefined,
      died: () => undefined,
      revived: () => undefined,
      lost: () => undefined,
    },
  );
  const { lastSeq } = await again.open(setup);
  await again.close();
  expect(lastSeq).toBe(statuses.filter((status) => status === 200).length);
});
