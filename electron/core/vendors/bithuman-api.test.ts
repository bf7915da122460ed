import { expect, onTestFinished, test } from 'vitest';
import { fetchPicture } from './api-picture.ts';
import { openBithumanApi, openBithumanDirectory } from './bithuman-api.ts';
import { startBithumanServer } from './testing/bithuman-server.ts';

async function begin() {
  const server = await startBithumanServer({ pauses: [5] });
  onTestFinished(() => server.close());
  const api = openBithumanApi({
    credentials: { apiSecret: server.apiSecret },
    options: { apiBase: server.url },
  });
  return { server, api };
}

const url = 'http://127.0.0.1:1/hooks/k';

test('a registration is made, listed without its secret, and removed; removed twice is no error', async () => {
  const { server, api } = await begin();
  await api.checkAccess();
  const { ref, secret } = await api.create({ url, events: ['agent.ready'], active: true });
  expect(secret).toMatch(/^whsec_/);
  expect(await api.list()).toEqual([
    { ref, url, events: ['agent.ready'], active: true, createdAt: expect.any(String) },
  ]);
  await api.remove(ref ?? '');
  await api.remove(ref ?? '');
  expect(server.webhooks).toEqual([]);
});

test('a key that is not valid is said, though the vendor answers 200', async () => {
  const { server } = await begin();
  const api = openBithumanApi({ credentials: { apiSecret: 'wrong' }, options: { apiBase: server.url } });
  await expect(api.checkAccess()).rejects.toMatchObject({ code: 'vendor_unauthorized', mayPass: false });
});

test('credentials of another kind are none', () => {
  expect(() => openBithumanApi({ credentials: { bearer: 'x' }, options: {} })).toThrow(
    expect.objectContaining({ code: 'no_credentials' }),
  );
});

test('a test that reaches nobody is told with what was met', async () => {
  const { api } = await begin();
  const { ref = '' } = await api.create({ url, events: [], active: true });
  expect(await api.test?.(ref)).toEqual({ delivered: false, status: null, attempts: 2 });
  expect(await api.log?.(ref)).toMatchObject([{ type: 'ping', delivered: false, status: null, attempts: 2 }]);
});

test('of agents whose word was lost, the final states are told; of nobody where nothing was lost', async () => {
  const { server, api } = await begin();
  const { ref = '' } = await api.create({ url, events: [], active: true });
  server.agents.push(
    { code: 'A1', name: 'One', status: 'ready' },
    { code: 'A2', name: 'Two', status: 'failed', error_message: 'no face' },
    { code: 'A3', name: 'Three', status: 'processing' },
  );
  const from = Date.now() - 1000;
  expect(await api.missed?.(ref, from, Date.now())).toEqual({ facts: [], transcripts: [], missed: 0 });
  await server.deliver('agent.ready', { code: 'A1' });
  await server.deliver('agent.failed', { code: 'A2' });
  const { facts, missed } = (await api.missed?.(ref, from, Date.now() + 1000)) ?? {};
  expect(missed).toBe(2);
  expect(facts).toMatchObject([
    { kind: 'agent.ready', agentId: 'A1', unlessTold: true },
    { kind: 'agent.failed', agentId: 'A2', data: { reason: 'no face' } },
  ]);
  expect((await api.missed?.(ref, from - 5000, from))?.missed).toBe(0);
});

test('an agent is known by its code; an unknown one is nobody', async () => {
  const { server } = await begin();
  server.agents.push({ code: 'A1', name: 'Ann', status: 'ready', image_url: 'https://x.example/a.png' });
  const { agent } = openBithumanDirectory({
    credentials: { apiSecret: server.apiSecret },
    options: { apiBase: server.url },
  });
  expect(await agent?.('A1')).toEqual({
    agentId: 'A1',
    alsoKnownAs: [],
    name: 'Ann',
    pictureUrl: 'https://x.example/a.png',
  });
  expect(await agent?.('../admin')).toBeUndefined();
});

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

test('a picture is known by its bytes, small, and never asked for inside the own network', async () => {
  const { createServer } = await import('node:http');
  const bodies: Record<string, Buffer> = {
    '/a.png': png,
    '/b.svg': Buffer.from('<svg/>'),
    '/c': Buffer.alloc(600_000),
  };
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(JSON.stringify(request.headers));
    if (request.url === '/moved') response.writeHead(302, { location: '/a.png' }).end();
    else response.end(bodies[request.url ?? '']);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  expect(await fetchPicture(`${base}/a.png`, base)).toEqual({ type: 'image/png', bytes: png });
  for (const path of ['/b.svg', '/c', '/moved', '/none'])
    expect(await fetchPicture(base + path, base)).toBeUndefined();
  const asked = seen.length;
  for (const inside of [
    `${base}/a.png`,
    'https://10.0.0.1/a',
    'https://[fd00::1]/a',
    'https://169.254.169.254/x',
    'file:///etc/passwd',
  ]) {
    expect(await fetchPicture(inside, 'https://api.bithuman.ai')).toBeUndefined();
  }
  expect(seen).toHaveLength(asked);
});
