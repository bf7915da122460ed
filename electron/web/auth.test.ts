import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageHeaders } from '../../shared/page-headers.ts';
import { listen } from './testing/listen.ts';
import { type Answer, rawCall } from './testing/raw-call.ts';
import { newDataDir, startTestHost, type TestHost } from './testing/test-host.ts';

let host: TestHost;
let port: string;
const bearer = () => ({ authorization: `Bearer ${host.token}` });

/** A page with what must not be reached beside it. */
function pageWithNeighbours(): URL {
  const folder = newDataDir();
  mkdirSync(join(folder, 'page/.git'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'TOP SECRET');
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(folder, 'page/app.js'), '// page');
  writeFileSync(join(folder, 'page/.env'), 'TOP SECRET');
  writeFileSync(join(folder, 'page/.git/config'), 'TOP SECRET');
  return pathToFileURL(join(folder, 'page/'));
}

beforeAll(async () => {
  host = await startTestHost({ files: pageWithNeighbours() });
  ({ port } = new URL(host.ui));
});
afterAll(() => host.stop());

const ways = [
  { method: 'POST', path: '/api/status.get' },
  { method: 'POST', path: '/link' },
  { method: 'GET', path: '/pushes' },
  { method: 'GET', path: '/pushes?after=0' },
] as const;

function expectRefusal({ status, body, headers }: Answer, wanted: number, code: string) {
  expect([status, JSON.parse(body || '{}').error?.code]).toEqual([wanted, code]);
  for (const [name, value] of Object.entries(pageHeaders)) expect(headers[name.toLowerCase()]).toBe(value);
}

async function logIn(link = host.link()): Promise<string> {
  const { headers } = await rawCall(host.ui, new URL(link).pathname);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

describe.each(ways)('$method $path', ({ method, path }) => {
  test('is closed to who shows nothing, or what is not good', async () => {
    for (const headers of [
      {},
      { authorization: 'Bearer' },
      { authorization: 'Bearer wrong' },
      { authorization: `Basic ${host.token}` },
      { authorization: `Bearer ${host.token}x` },
      { cookie: `greenroom-${port}=wrong` },
      // The token is no session, and a session of another port's name is none of ours.
      { cookie: `greenroom-${port}=${host.token}` },
      { cookie: (await logIn()).replace(`greenroom-${port}`, 'greenroom-1') },
      { cookie: '=; ;; greenroom; __proto__=1' },
    ]) {
      expectRefusal(await rawCall(host.ui, path, { method, headers }), 401, 'unauthorized');
    }
  });

  test('answers under no name but its own', async () => {
    const foreign = [
      'evil.com',
      `evil.com:${port}`,
      `127.0.0.1.evil.com:${port}`,
      `localhost.evil.com`,
      'EVIL.COM',
      'localhost.',
      `127.0.0.1.:${port}`,
      `[::1]:${port}`,
      '0.0.0.0',
      '127.1',
      '2130706433',
      `user@127.0.0.1:${port}`,
      'localhost:',
    ];
    for (const name of foreign) {
      const answer = await rawCall(host.ui, path, { method, headers: { ...bearer(), host: name } });
      expectRefusal(answer, 403, 'forbidden');
    }
  });

  test('is closed to other sites, whatever they show', async () => {
    const cookie = await logIn();
    for (const headers of [
      { origin: 'https://evil.com' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${Number(port) + 1}` },
      { origin: `https://127.0.0.1:${port}` },
      { origin: `http://127.0.0.1:${port}.evil.com` },
      { origin: `http://localhost:${port}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: `http://127.0.0.1:${port}` },
    ]) {
      for (const shown of [bearer(), { cookie }]) {
        const answer = await rawCall(host.ui, path, { method, headers: { ...shown, ...headers } });
        expectRefusal(answer, 403, 'forbidden');
      }
    }
  });

  test.each(['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s opens nothing and begins nothing',
    async (other) => {
      const { status } = await rawCall(host.ui, path, { method: other });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );
});

test('who shows the token or a session is let in, from here or through an SSH forwarding', async () => {
  const cookie = await logIn();
  for (const shown of [bearer(), { authorization: `bearer ${host.token}` }, { cookie }]) {
    for (const around of [
      {},
      { origin: `http://127.0.0.1:${port}` },
      { host: 'localhost:9999', origin: 'http://localhost:9999', 'sec-fetch-site': 'same-origin' },
      { host: 'LOCALHOST' },
      { 'sec-fetch-site': 'none' },
    ]) {
      const { status } = await rawCall(host.ui, '/api/status.get', {
        method: 'POST',
        headers: { ...shown, ...around },
      });
      expect(status).toBe(200);
    }
  }
});

test('a cookie tossed by another server on this computer does not hide the session', async () => {
  const name = `greenroom-${port}`;
  const cookie = await logIn();
  for (const tossed of [
    `${name}=tossed; ${cookie}`,
    `${cookie}; ${name}=tossed`,
    `a=b; ${name}=; ${cookie}; c`,
  ]) {
    const { status } = await rawCall(host.ui, '/api/status.get', {
      method: 'POST',
      headers: { cookie: tossed },
    });
    expect(status).toBe(200);
  }
});

describe('a one-time link', () => {
  test('sets the cookie and leads to the page, once', async () => {
    const { pathname } = new URL(host.link());
    const first = await rawCall(host.ui, pathname);
    expect([first.status, first.headers.location, first.headers['cache-control']]).toEqual([
      303,
      '/',
      'no-store',
    ]);
    const [cookie] = first.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(
      new RegExp(`^greenroom-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000$`),
    );
    expect(cookie).not.toContain(host.token);
    const second = await rawCall(host.ui, pathname);
    expect([second.status, second.headers.location, second.headers['set-cookie']]).toEqual([
      303,
      '/',
      undefined,
    ]);
  });

  test('is not used up by looking at it with HEAD, or under a foreign name', async () => {
    const { pathname } = new URL(host.link());
    await rawCall(host.ui, pathname, { method: 'HEAD' });
    expect((await rawCall(host.ui, pathname, { headers: { host: 'evil.com' } })).status).toBe(403);
    expect(await logIn(`http://x${pathname}`)).not.toBe('');
  });

  test('is made for whoever is let in already', async () => {
    const { status, body } = await rawCall(host.ui, '/link', { method: 'POST', headers: bearer() });
    expect(status).toBe(200);
    expect(await logIn(host.ui + JSON.parse(body).value.path)).not.toBe('');
  });

  test.each(['/link/', '/link/wrong', '/link/..%2f', '/link/%00'])('%s sets no cookie', async (path) => {
    expect((await rawCall(host.ui, path)).headers['set-cookie']).toBeUndefined();
  });
});

describe('every answer', () => {
  const paths = ['/', '/app.js', '/none.js', '/%zz', '/api/status.get', '/link/wrong', '/.env', '/a%2fb'];
  test.each(paths)('to GET %s carries the security headers', async (path) => {
    const { headers } = await rawCall(host.ui, path);
    for (const [name, value] of Object.entries(pageHeaders)) expect(headers[name.toLowerCase()]).toBe(value);
  });

  test('to HEAD of a file as well, which says what GET would', async () => {
    const get = await rawCall(host.ui, '/app.js');
    const head = await rawCall(host.ui, '/app.js', { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.headers['content-security-policy']]).toEqual([
      200,
      get.headers['content-length'],
      get.headers['content-security-policy'],
    ]);
  });

  test('on the pushes as well', async () => {
    const { response, close } = await listen(host);
    for (const [name, value] of Object.entries(pageHeaders))
      expect(response.headers[name.toLowerCase()]).toBe(value);
    expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
    close();
  });

  test.each([
    ['what is no HTTP', 'HELLO\r\n\r\n', 400],
    ['headers over 16 KiB', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('to %s as well', async (_what, sent, status) => {
    const socket = connect(Number(port), '127.0.0.1');
    let got = '';
    socket.setEncoding('utf8').on('data', (text) => {
      got += text;
    });
    socket.write(sent);
    await once(socket, 'close');
    expect(got).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    for (const [name, value] of Object.entries(pageHeaders)) expect(got).toContain(`${name}: ${value}`);
  });

  test('names no library', async () => {
    const { headers, body } = await rawCall(host.ui, '/none');
    expect(JSON.stringify(headers) + body).not.toMatch(/fastify|express|node/i);
  });

  test.each(['', 'Host:\r\n', 'Host: \t\r\n', 'Host: evil.com\r\nHost: localhost\r\n'])(
    'is a refusal where the call says %j',
    async (line) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.end(`GET / HTTP/1.1\r\n${line}Connection: close\r\n\r\n`);
      const [first] = (await once(socket, 'data')) as [Buffer];
      expect(first.toString()).toMatch(/^HTTP\/1.1 40[03] /);
      socket.destroy();
    },
  );
});

describe('files', () => {
  test('the page is public, asked for anew each time, and shows nothing of the data', async () => {
    const { status, headers, body } = await rawCall(host.ui, '/');
    expect([status, headers['cache-control'], body]).toEqual([
      200,
      'no-cache',
      '<!doctype html><title>Page</title>',
    ]);
    expect((await rawCall(host.ui, '/', { headers: { host: 'evil.com' } })).status).toBe(403);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/.%2e/secret.txt',
    '//../secret.txt',
    '/page/../../secret.txt',
    '/.env',
    '/.git/config',
    '/%2eenv',
    '/.git%2fconfig',
    '/index.html%00.txt',
    '/..%c0%afsecret.txt',
    '/app.js.map',
    '/host.json',
    '/secrets.json',
  ])('%s is not given', async (path) => {
    const { status, body } = await rawCall(host.ui, path);
    expect([400, 403, 404]).toContain(status);
    expect(JSON.parse(body)).toMatchObject({ ok: false });
    expect(body).not.toContain('TOP SECRET');
  });
});

test('the two ports do not serve each other’s work', async () => {
  const endpoint = await host.get('endpoint.create', { vendor: 'unith', name: 'E', verification: 'none' });
  for (const path of [
    '/',
    '/app.js',
    '/api/status.get',
    '/pushes',
    '/link',
    host.link().slice(host.ui.length),
  ]) {
    for (const method of ['GET', 'POST']) {
      expect((await rawCall(host.receiver, path, { method, headers: bearer() })).status).toBe(404);
    }
  }
  expect((await rawCall(host.ui, endpoint.path)).status).toBe(404);
  expect((await rawCall(host.ui, endpoint.path, { method: 'POST', headers: bearer() })).status).toBe(404);
});
