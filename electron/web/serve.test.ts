import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let entry: string;
const children: ChildProcess[] = [];
const servers: Server[] = [];

/** The browser host as it is shipped, in a folder of its own, with a page that stands for the renderer. */
beforeAll(async () => {
  const folder = newFolder();
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  mkdirSync(join(folder, 'out/renderer'), { recursive: true });
  writeFileSync(join(folder, 'out/renderer/index.html'), '<!doctype html><title>Page</title>');
  const thread = (name: string) => [`${name}-thread`, join(root, `electron/core/threads/${name}-thread.ts`)];
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node24',
      outDir: join(folder, 'out/main'),
      emptyOutDir: false,
      rollupOptions: {
        input: {
          serve: join(root, 'electron/serve.ts'),
          ...Object.fromEntries(['receive', 'read', 'search'].map(thread)),
        },
      },
    },
  });
  entry = join(folder, 'out/main/serve.js');
}, 60_000);

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGKILL');
  for (const server of servers.splice(0)) await once(server.close(), 'close');
});

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'greenroom-test-'));
}

async function end(
  child: ChildProcess,
  signal: NodeJS.Signals,
): Promise<[code: number | null, signal: string | null]> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode, child.signalCode];
  child.kill(signal);
  return (await once(child, 'exit')) as [number | null, string | null];
}

function run(script: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env.PATH, HOME: newFolder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  const note = (text: string) => {
    said += text;
  };
  child.stdout.setEncoding('utf8').on('data', note);
  child.stderr.setEncoding('utf8').on('data', note);
  return {
    child,
    said: () => said,
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, said })),
  };
}

async function serve(
  dataDir: string,
  args: string[] = ['--ui-port', '0', '--receiver-port', '0'],
  env: NodeJS.ProcessEnv = {},
) {
  const host = run(entry, ['--data-dir', dataDir, ...args], env);
  const ready = () => /Secrets {4}.*\n/.test(host.said());
  await Promise.race([expect.poll(ready, { timeout: 15_000, interval: 20 }).toBe(true), host.ended]);
  expect(host.said()).toMatch(/Open {7}http/);
  return { ...host, json: JSON.parse(readFileSync(join(dataDir, 'host.json'), 'utf8')) };
}

const linkIn = (text: string) => /http:\/\/127\.0\.0\.1:\d+\/link\/[\w-]+/.exec(text)?.[0] ?? '';

async function lettingIn(link: string): Promise<boolean> {
  const { headers } = await fetch(link, { redirect: 'manual' });
  return headers.has('set-cookie');
}

async function take(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('npm run serve', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'says where it is, and leaves nothing behind after %s',
    async (signal) => {
      const dataDir = newFolder();
      const { child, said, json } = await serve(dataDir);
      expect(json).toEqual({
        ui: expect.any(String),
        receiver: expect.any(String),
        token: expect.any(String),
        pid: child.pid,
      });
      expect(said().trim().split('\n').length).toBeLessThan(10);
      expect(said()).toContain(json.receiver);
      expect(said()).not.toContain(json.token);
      expect(linkIn(said())).toContain(json.ui);
      expect(await lettingIn(linkIn(said()))).toBe(true);
      expect(await (await fetch(json.ui)).text()).toContain('<title>Page</title>');
      expect(statSync(join(dataDir, 'host.json')).mode & 0o777).toBe(0o600);
      expect(await end(child, signal)).toEqual([0, null]);
      expect(existsSync(join(dataDir, 'host.json'))).toBe(false);
    },
  );

  test('a signal that comes while it is starting ends it as cleanly', async () => {
    const dataDir = newFolder();
    const { child } = run(entry, ['--data-dir', dataDir, '--ui-port', '0', '--receiver-port', '0']);
    const begun = () => existsSync(join(dataDir, 'lock.db'));
    await expect.poll(begun, { timeout: 15_000, interval: 1 }).toBe(true);
    expect(await end(child, 'SIGTERM')).toEqual([0, null]);
    expect(existsSync(join(dataDir, 'host.json'))).toBe(false);
  });

  test('a second start on the same folder names the running address, and ends', async () => {
    const dataDir = newFolder();
    const { json } = await serve(dataDir);
    const { code, said } = await run(entry, ['--data-dir', dataDir, '--ui-port', '0']).ended;
    expect(code).toBe(0);
    expect(said).toContain(`already running for this data folder: ${json.ui}`);
    expect(await lettingIn(linkIn(said))).toBe(true);
    expect(JSON.parse(readFileSync(join(dataDir, 'host.json'), 'utf8'))).toEqual(json);
  });

  test('after a kill, the next start takes over', async () => {
    const dataDir = newFolder();
    const first = await serve(dataDir);
    await end(first.child, 'SIGKILL');
    expect(existsSync(join(dataDir, 'host.json'))).toBe(true);
    const second = await serve(dataDir);
    expect(second.json.pid).toBe(second.child.pid);
    expect(second.json.token).not.toBe(first.json.token);
  });

  test('a taken port that was asked for is an error in words, by flag and by environment', async () => {
    const port = String(await take(0));
    const dataDir = newFolder();
    for (const [args, env] of [
      [['--ui-port', port, '--receiver-port', '0'], {}],
      [['--ui-port', '0'], { GREENROOM_RECEIVER_PORT: port }],
    ] as const) {
      const { code, said } = await run(entry, ['--data-dir', dataDir, ...args], env).ended;
      expect([code, said.trim()]).toEqual([
        1,
        expect.stringMatching(new RegExp(`^Port ${port} is taken, so .* cannot listen`)),
      ]);
    }
    expect(existsSync(join(dataDir, 'host.json'))).toBe(false);
  });

  test('a taken default gives the next free one, and it says so', async () => {
    // Someone else may hold them already, which is as good.
    for (const port of [4780, 4781]) await take(port).catch(() => undefined);
    const { said, json } = await serve(newFolder(), []);
    const ports = [json.ui, json.receiver].map((url) => Number(new URL(url).port));
    for (const port of ports) expect(port).toBeGreaterThan(4781);
    expect(said()).toContain(`port 4780 is taken, so the window is at ${json.ui}`);
    expect(said()).toContain(`port 4781 is taken, so the receiver is at ${json.receiver}`);
  });

  test.each([
    [['--ui-port', 'x'], /^--ui-port must be a port/],
    [['--what'], /Unknown option '--what'[\s\S]*The options are:/],
    [['--tunnel', 'carrier-pigeon'], /^--tunnel must be one of/],
  ])('%j is refused in words', async (args, message) => {
    const { code, said } = await run(entry, args).ended;
    expect([code, said]).toEqual([1, expect.stringMatching(message)]);
    expect(said).not.toMatch(/\n\s+at /);
  });

  test('a key that is too short is told, and no secret is kept in the clear', async () => {
    const dataDir = newFolder();
    const { said, json } = await serve(dataDir, ['--ui-port', '0', '--receiver-port', '0'], {
      GREENROOM_KEY: 'short',
    });
    expect(said()).toMatch(/Secrets {4}cannot be kept: GREENROOM_KEY is too short/);
    const reply = await fetch(`${json.ui}/api/endpoint.create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${json.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ vendor: 'unith', name: 'E', secret: 's' }),
    });
    expect(await reply.json()).toMatchObject({ ok: false, error: { code: 'vault_unavailable' } });
    expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false);
  });
});

describe('npm run link', () => {
  const script = join(root, 'scripts/link.mjs');

  test('prints a fresh link that lets in, once', async () => {
    const dataDir = newFolder();
    await serve(dataDir);
    for (const answer of [
      run(script, ['--data-dir', dataDir]),
      run(script, [], { GREENROOM_DATA_DIR: dataDir }),
    ]) {
      const { code, said } = await answer.ended;
      expect([code, said]).toEqual([0, `${linkIn(said)}\n`]);
      expect(await lettingIn(said.trim())).toBe(true);
      expect(await lettingIn(said.trim())).toBe(false);
    }
  });

  test('says where none is running, also where one was killed', async () => {
    const dataDir = newFolder();
    writeFileSync(
      join(dataDir, 'host.json'),
      '{"ui":"http://127.0.0.1:1","receiver":"","token":"t","pid":1}',
    );
    for (const [args, where] of [
      [['--data-dir', dataDir], dataDir],
      [[], 'greenroom-browser'],
    ] as const) {
      const { code, said } = await run(script, [...args]).ended;
      expect([code, said]).toEqual([
        1,
        expect.stringMatching(/^No browser host is running for the data folder/),
      ]);
      expect(said).toContain(where);
    }
  });
});
