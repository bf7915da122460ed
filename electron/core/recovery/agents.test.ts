import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Agent, FeedEvent } from '../../../shared/events.ts';
import { HOUR, NOW, tempDir } from '../store/testing/temp-store.ts';
import { bithuman } from '../vendors/bithuman.ts';
import { startBithumanServer } from '../vendors/testing/bithuman-server.ts';
import { startUnithServer } from '../vendors/testing/unith-server.ts';
import { unith } from '../vendors/unith.ts';
import { type VendorAgent, type VendorDirectory, VendorError } from '../vendors/vendor-api.ts';
import { createAgents } from './agents.ts';
import { tempLog } from './testing/temp-log.ts';

const png = Buffer.from('\u0089PNG\r\n\u001a\n and so on', 'latin1');
const met = (agentId: string, over: Partial<FeedEvent> = {}) =>
  ({ agentId, endpointId: 'ep_1', source: 'delivery', ...over }) as FeedEvent;
const named = (agentId: string, over: Partial<VendorAgent> = {}): VendorAgent => ({
  agentId,
  name: `Name of ${agentId}`,
  alsoKnownAs: [],
  ...over,
});

/** Runs of the app over one folder, with a directory that answers what it is told to. */
function start() {
  const dir = tempDir();
  const { log, written } = tempLog();
  const asked: string[] = [];
  const told: Agent[] = [];
  const done: string[] = [];
  let now = NOW;
  let answer: (id: string) => Promise<VendorAgent | undefined> = async (id) => named(id);
  let picture: VendorDirectory['picture'] = async () => ({ type: 'image/png', bytes: png });
  const own: VendorDirectory = {
    async agent(id) {
      asked.push(id);
      try {
        return await answer(id);
      } finally {
        done.push(id);
      }
    },
    picture: (url) => picture?.(url) ?? Promise.resolve(undefined),
  };
  let directories: (endpointId: string) => VendorDirectory[] = () => [own];
  const run = () => {
    const agents = createAgents(
      {
        dataDir: dir,
        log,
        directoriesOf: (id) => directories(id),
        changed: (agent) => void told.push(agent),
      },
      () => now,
    );
    onTestFinished(() => agents.stop());
    return agents;
  };
  return {
    dir,
    run,
    own,
    asked,
    told,
    written,
    pass(ms: number): void {
      now += ms;
    },
    answer(next: typeof answer): void {
      answer = next;
    },
    pictureOf(next: NonNullable<typeof picture>): void {
      picture = next;
    },
    directories(next: typeof directories): void {
      directories = next;
    },
    until: (condition: () => boolean) => vi.waitUntil(condition, { timeout: 5000, interval: 1 }),
    /** Until as many questions were answered, and what follows from that was done. */
    async answered(count: number): Promise<void> {
      await vi.waitUntil(() => done.length >= count, { timeout: 5000, interval: 1 });
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('who an agent is is asked for once, and kept', async () => {
  const { run, asked, told, until, dir } = start();
  const agents = run();
  agents.met([met('A1'), met('A1')]);
  agents.met([met('A1')]);
  await until(() => told.length === 1);
  agents.met([met('A1')]);
  const agent = { agentId: 'A1', name: 'Name of A1', hasPicture: false };
  expect(told).toEqual([agent]);
  expect(asked).toEqual(['A1']);
  const again = run();
  expect(again.list()).toEqual([agent]);
  again.met([met('A1')]);
  expect(asked).toEqual(['A1']);
  expect(statSync(join(dir, 'agents.json')).mode & 0o777).toBe(0o600);
});

test('what names no agent, or is a sample, asks nobody', async () => {
  const { run, asked, until, told } = start();
  const { agentId: _, ...nobody } = met('x');
  const agents = run();
  agents.met([
    nobody as FeedEvent,
    met('A1', { source: 'sample' }),
    met('x'.repeat(201)),
    met('x'.repeat(10_000)),
  ]);
  agents.met([met('A2')]);
  await until(() => told.length === 1);
  expect(asked).toEqual(['A2']);
});

test('a picture is kept in a file of its own that nobody else may read', async () => {
  const { run, answer, told, until, dir } = start();
  const hostile = '../../../etc/passwd\0';
  answer(async (id) => named(id, { pictureUrl: 'https://example.com/a.png' }));
  const agents = run();
  agents.met([met(hostile), met('A1')]);
  await until(() => told.length === 2);
  expect(told.every(({ hasPicture }) => hasPicture)).toBe(true);
  const files = readdirSync(join(dir, 'pictures'));
  expect(files).toHaveLength(2);
  for (const file of files) {
    expect(file).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(dir, 'pictures', file)).mode & 0o777).toBe(0o600);
  }
  expect(readdirSync(dir).sort()).toEqual(['agents.json', 'pictures']);
  const url = `data:image/png;base64,${png.toString('base64')}`;
  expect(agents.picture(hostile)).toBe(url);
  expect(run().picture('A1')).toBe(url);
  expect(agents.picture('A2')).toBeNull();
  expect(agents.picture('__proto__')).toBeNull();
});

test('a picture that is not there, or cannot be had, is none; the name counts all the same', async () => {
  const { run, answer, pictureOf, told, until, dir } = start();
  answer(async (id) => named(id, { pictureUrl: 'https://example.com/a.png' }));
  const agents = run();
  pictureOf(async () => undefined);
  agents.met([met('A1')]);
  await until(() => told.length === 1);
  pictureOf(() => Promise.reject(new Error('broken')));
  agents.met([met('A2')]);
  await until(() => told.length === 2);
  pictureOf(async () => ({ type: 'image/png', bytes: png }));
  agents.met([met('A3')]);
  await until(() => told.length === 3);
  expect(told.map(({ hasPicture }) => hasPicture)).toEqual([false, false, true]);
  for (const file of readdirSync(join(dir, 'pictures'))) writeFileSync(join(dir, 'pictures', file), '');
  expect(agents.picture('A3')).toBe('data:image/png;base64,');
});

test('an agent is the same under each of its ids', async () => {
  const { run, answer, told, asked, until } = start();
  answer(async () => named('uuid', { name: 'Front desk', alsoKnownAs: ['public', 'x'.repeat(10_000)] }));
  const agents = run();
  agents.met([met('public')]);
  await until(() => told.length === 2);
  agents.met([met('uuid')]);
  expect(asked).toEqual(['public']);
  expect(agents.list()).toEqual(
    ['public', 'uuid'].map((agentId) => ({ agentId, name: 'Front desk', hasPicture: false })),
  );
});

test('two that turn out to be one stand there once', async () => {
  const { run, answer, until, asked } = start();
  answer(async (id) => named(id, id === 'uuid' ? { alsoKnownAs: ['public'] } : {}));
  const agents = run();
  agents.met([met('public')]);
  agents.met([met('uuid')]);
  await until(() => asked.length === 2 && agents.list().length > 1);
  expect(
    agents
      .list()
      .map(({ agentId }) => agentId)
      .sort(),
  ).toEqual(['public', 'uuid']);
});

test('nobody’s agent is asked for again after an hour, or when credentials have changed', async () => {
  const { run, answer, asked, answered, pass } = start();
  answer(async () => undefined);
  const agents = run();
  agents.met([met('A1')]);
  await answered(1);
  pass(HOUR - 1);
  agents.met([met('A1')]);
  expect(asked).toHaveLength(1);
  pass(1);
  agents.met([met('A1')]);
  await answered(2);
  agents.askAgain();
  agents.met([met('A1')]);
  await answered(3);
  // A clock that was set back.
  pass(-24 * HOUR);
  agents.met([met('A1')]);
  await answered(4);
  expect(asked).toHaveLength(4);
});

test('where nobody could be asked it is tried again soon', async () => {
  const { run, answer, asked, answered, pass, own, directories, until, told } = start();
  answer(() => Promise.reject(new VendorError('vendor_unreachable', 'away', { mayPass: true })));
  const agents = run();
  agents.met([met('A1')]);
  await answered(1);
  agents.met([met('A1')]);
  expect(asked).toHaveLength(1);
  pass(60_000);
  directories(() => []);
  agents.met([met('A1')]);
  await new Promise((resolve) => setImmediate(resolve));
  pass(60_000);
  directories(() => [own]);
  answer(async (id) => named(id));
  await until(() => {
    agents.met([met('A1')]);
    return told.length === 1;
  });
  expect(asked).toHaveLength(2);
});

test('one that fails does not keep the next from being asked', async () => {
  const { run, own, directories, until, told } = start();
  const failing: VendorDirectory = {
    agent: () => Promise.reject(new VendorError('vendor_unauthorized', 'no', { mayPass: false })),
  };
  directories((id) => (id === 'ep_1' ? [{}, failing, { agent: async () => undefined }, own] : []));
  run().met([met('A1')]);
  await until(() => told.length === 1);
});

test('at most two calls run at a time, and the queue has an end', async () => {
  const { run, answer, asked, until, told } = start();
  let running = 0;
  let most = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  answer(async (id) => {
    most = Math.max(most, ++running);
    await promise;
    running--;
    return named(id);
  });
  const agents = run();
  agents.met(Array.from({ length: 2000 }, (_, i) => met(`A${i}`)));
  expect(asked).toHaveLength(2);
  resolve();
  await until(() => told.length === 502);
  expect(most).toBe(2);
  expect(asked).toHaveLength(502);
}, 30_000);

test('the newest five hundred are kept, and pictures go with the others', async () => {
  const { run, answer, until, told, dir } = start();
  mkdirSync(join(dir, 'pictures'));
  const agents = Array.from({ length: 500 }, (_, i) => {
    const file = i.toString(16).padStart(64, '0');
    if (i < 2) writeFileSync(join(dir, 'pictures', file), png);
    return {
      agentId: `A${i}`,
      ids: [`A${i}`],
      name: 'x',
      ...(i < 2 && { picture: { file, type: 'image/png' } }),
    };
  });
  writeFileSync(join(dir, 'agents.json'), JSON.stringify({ version: 1, agents }));
  answer(async (id) => named(id));
  const one = run();
  expect(one.picture('A0')).not.toBeNull();
  one.met([met('new')]);
  await until(() => told.length === 1);
  expect(one.list()).toHaveLength(500);
  expect(one.picture('A0')).toBeNull();
  expect(one.picture('A1')).not.toBeNull();
  expect(readdirSync(join(dir, 'pictures'))).toHaveLength(1);
});

test('a name is one short line of text, whatever a vendor sends', async () => {
  const { run, answer, until, told } = start();
  const names = new Map<string, string>([
    ['A1', `  Front\n\tdesk\u202e\u0000 ${'x'.repeat(200)}`],
    ['A2', '\u2028\u0007 '],
    ['A3', `${'x'.repeat(79)}😀`],
  ]);
  answer(async (id) => named(id, { name: names.get(id) ?? '' }));
  const agents = run();
  agents.met([met('A1'), met('A2'), met('A3')]);
  await until(() => told.length === 3);
  const of = (agentId: string) => agents.list().find((one) => one.agentId === agentId)?.name ?? '';
  expect(of('A1')).toBe(`Front desk ${'x'.repeat(69)}`);
  expect(of('A2')).toBe('A2');
  expect(of('A3').isWellFormed()).toBe(true);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), fc.uuid(), async (name, id) => {
      names.set(id, name);
      agents.met([met(id)]);
      await until(() => of(id) !== '');
      expect(of(id)).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]{1,80}$/u);
    }),
    { numRuns: 30 },
  );
});

test.each<[string, unknown]>([
  ['garbage', '{'],
  [
    'a path for a picture',
    {
      version: 1,
      agents: [{ agentId: 'a', ids: ['a'], name: 'x', picture: { file: '../x', type: 'image/png' } }],
    },
  ],
  [
    'another type',
    {
      version: 1,
      agents: [{ agentId: 'a', ids: ['a'], name: 'x', picture: { file: '0'.repeat(64), type: 'text/html' } }],
    },
  ],
])('%s in the file: it begins with none', (_, content) => {
  const { run, dir } = start();
  writeFileSync(join(dir, 'agents.json'), typeof content === 'string' ? content : JSON.stringify(content));
  expect(run().list()).toEqual([]);
});

test('a folder that cannot be written costs the memory of it, not the name', async () => {
  const { run, until, told, dir, written, asked } = start();
  mkdirSync(join(dir, 'agents.json.next'));
  writeFileSync(join(dir, 'agents.json.next', 'in the way'), '');
  const agents = run();
  agents.met([met('A1')]);
  await until(() => told.length === 1 && written().includes('could not be kept'));
  agents.met([met('A1')]);
  expect(agents.list()).toHaveLength(1);
  expect(asked).toHaveLength(1);
});

test('who is stopped while it asks writes nothing', async () => {
  const { run, answer, asked, told, dir, until } = start();
  const { promise, resolve } = Promise.withResolvers<VendorAgent>();
  answer(() => promise);
  const agents = run();
  agents.met([met('A1'), met('A2'), met('A3')]);
  await until(() => asked.length === 2);
  agents.stop();
  resolve(named('A1'));
  await new Promise((done) => setImmediate(done));
  expect(asked).toHaveLength(2);
  expect(told).toEqual([]);
  expect(readdirSync(dir)).toEqual([]);
});

test('bitHuman: an agent’s name and its picture, for the dashboard’s deliveries as well', async () => {
  const server = await startBithumanServer();
  const pictures = createServer((request, response) => {
    if (request.url !== '/a.png' || request.headers['api-secret'] !== undefined) response.statusCode = 404;
    response.end(png);
  });
  await new Promise<void>((resolve) => pictures.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.close());
  onTestFinished(() => void pictures.close());
  const { run, directories, until, told, answered, own, answer } = start();
  const api = bithuman.openApi?.({
    credentials: { apiSecret: server.apiSecret },
    options: { apiBase: server.url },
  });
  answer(async () => undefined);
  directories((id) => (id === 'ep_dashboard' && api ? [own, api] : []));
  const { port } = pictures.address() as AddressInfo;
  server.agents.push(
    { code: 'A1', name: 'Ada', status: 'ready', image_url: `http://127.0.0.1:${port}/a.png` },
    { code: 'A2', name: 'Bob', status: 'ready', image_url: `http://127.0.0.1:${port}/gone.png` },
  );
  const agents = run();
  const events = ['A1', 'A2', 'A3', 'A/../1'].map((id) => met(id, { endpointId: 'ep_dashboard' }));
  agents.met(events);
  await until(() => told.length === 2);
  await answered(4);
  expect(agents.list().toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { agentId: 'A1', name: 'Ada', hasPicture: true },
    { agentId: 'A2', name: 'Bob', hasPicture: false },
  ]);
  expect(agents.picture('A1')).toBe(`data:image/png;base64,${png.toString('base64')}`);
});

test('UNITH: a digital human by its UUID and by its public id', async () => {
  const server = await startUnithServer();
  onTestFinished(() => server.close());
  const { run, directories, until, told } = start();
  const api = unith.openApi?.({ credentials: server.account, options: { apiBase: server.url } });
  directories(() => (api ? [api] : []));
  const [head] = server.heads;
  const agents = run();
  agents.met([met(head?.publicId ?? '')]);
  await until(() => told.length === 2);
  expect(agents.list()).toEqual([
    { agentId: head?.publicId, name: 'Front desk', hasPicture: false },
    { agentId: head?.id, name: 'Front desk', hasPicture: false },
  ]);
});
