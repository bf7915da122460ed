import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer, registerScheme, serveRenderer } from './protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'greenroom-protocol-'));
const outside = `${folder}-outside.html`;
writeFileSync(join(folder, 'index.html'), '<h1>Greenroom</h1>');
writeFileSync(outside, 'secret');
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(outside);
});

const get = (path: string, method = 'GET') => answer({ method, url: `app://greenroom${path}` }, folder);

describe('answer', () => {
  it('gives a file with its type, and the policy that confines it', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<h1>Greenroom</h1>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': '18',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it('answers HEAD without the file', async () => {
    const response = await get('/index.html', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-length')).toBe('18');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get'])('refuses %s', async (method) => {
    const response = await get('/', method);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each(['/missing.html', '/..%2fsecret.html', '/index.txt', '/assets'])('has no %s', async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([404, 'Not found']);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('has nothing beside its folder', async () => {
    const name = outside.slice(folder.lastIndexOf('/') + 1);
    for (const path of [`/../${name}`, `/%2e%2e/${name}`, `/..%2f${name}`])
      expect((await get(path)).status).toBe(404);
  });
});

describe('the scheme', () => {
  it('has an origin of its own and no way around the rules', () => {
    let registered: Electron.CustomScheme[] = [];
    registerScheme({
      registerSchemesAsPrivileged: (schemes) => {
        registered = schemes;
      },
    } satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>);
    expect(registered).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it('is answered from the folder', async () => {
    let handler: Parameters<Electron.Protocol['handle']>[1] | undefined;
    serveRenderer(
      {
        handle: (scheme, given) => {
          expect(scheme).toBe('app');
          handler = given;
        },
      } satisfies Pick<Electron.Protocol, 'handle'>,
      folder,
    );
    expect((await handler?.(new Request('app://greenroom/index.html')))?.status).toBe(200);
  });
});
