import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cloudflared, readAddress as readCloudflare } from './cloudflared.ts';
import { readAddress as readTailscale, tailscale } from './tailscale.ts';
import type { TunnelError, TunnelProvider } from './tunnel.ts';

const config = { thread: new URL('file:///none') };
const wish = (signal = new AbortController().signal) => ({ port: 4781, signal });

const cloudflareSays = `2026-03-04T05:06:07Z INF Thank you for trying Cloudflare Tunnel. See https://developers.cloudflare.com/cloudflare-one/connections/connect-apps
2026-03-04T05:06:07Z INF Requesting new quick Tunnel on trycloudflare.com...
2026-03-04T05:06:09Z INF +----------------------------------------------------------------------+
2026-03-04T05:06:09Z INF |  https://quick-brown-fox.trycloudflare.com                           |
2026-03-04T05:06:09Z INF +----------------------------------------------------------------------+
`;
const tailscaleSays = `Available on the internet:

https://desk.tail1234.ts.net/
|-- proxy http://127.0.0.1:4781

Press Ctrl+C to exit.
`;

let folder: string;
let path: string | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenroom-programs-'));
  path = process.env.PATH;
  // Only what the test puts there is found.
  process.env.PATH = folder;
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true, force: true });
});

/** A real program on the PATH. @param body JavaScript */
function install(name: string, body: string): void {
  const file = join(folder, name);
  writeFileSync(file, `#!${process.execPath}\n${body}`);
  chmodSync(file, 0o755);
}

const says = (text: string, then = 'setInterval(() => {}, 1000)') =>
  `process.stderr.write(${JSON.stringify(text)}); ${then};`;

describe.each<[string, TunnelProvider, string, string]>([
  ['cloudflared', cloudflared, cloudflareSays, 'https://quick-brown-fox.trycloudflare.com'],
  ['tailscale', tailscale, tailscaleSays, 'https://desk.tail1234.ts.net'],
])('%s', (name, provider, output, address) => {
  test('is told where the receiver listens, gives its address, and ends when it is closed', async () => {
    install(
      name,
      `require('fs').writeFileSync(${JSON.stringify(join(folder, 'args'))}, process.argv.slice(2).join(' ')); ${says(output)}`,
    );
    const tunnel = await provider.open(wish(), config);
    expect(tunnel.publicUrl).toBe(address);
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(join(folder, 'args'), 'utf8')).toContain('http://127.0.0.1:4781');
    await tunnel.close();
    expect(await tunnel.closed).toBeUndefined();
  });

  test('one that ends is a lost tunnel', async () => {
    install(
      name,
      says(output, `process.on('SIGUSR2', () => process.exit(1)); setTimeout(() => process.exit(1), 50)`),
    );
    const tunnel = await provider.open(wish(), config);
    expect(await tunnel.closed).toMatchObject({ code: 'tunnel_down', again: 'soon' });
  });

  test('one that does not listen to reason is ended all the same', async () => {
    install(name, `process.on('SIGTERM', () => {}); ${says(output)}`);
    const tunnel = await provider.open(wish(), config);
    await tunnel.close();
    expect(await tunnel.closed).toBeUndefined();
  });

  test('missing, it is said where to get it', async () => {
    const error = await provider.open(wish(), config).catch((one: TunnelError) => one);
    expect(error).toMatchObject({
      code: 'program_missing',
      again: 'never',
      message: expect.stringMatching(/https:/),
    });
  });

  test('one that ends without a word, or is given up', async () => {
    install(name, 'process.exit(3)');
    await expect(provider.open(wish(), config)).rejects.toMatchObject({ code: 'tunnel_down', again: 'soon' });
    install(name, 'setInterval(() => {}, 1000)');
    await expect(provider.open(wish(AbortSignal.abort()), config)).rejects.toMatchObject({
      code: 'tunnel_down',
    });
  });
});

test('Cloudflare’s limit is waited for', async () => {
  install(
    'cloudflared',
    says(
      'ERR Error unmarshaling QuickTunnel response: error code: 1015 status_code="429 Too Many Requests"\n',
      'process.exit(1)',
    ),
  );
  await expect(cloudflared.open(wish(), config)).rejects.toMatchObject({
    code: 'tunnel_rate_limited',
    again: 'later',
  });
});

test('a Funnel that is not allowed names the page where it can be', async () => {
  install(
    'tailscale',
    says(
      'Funnel is not enabled on your tailnet.\nTo enable, visit:\n\n   https://login.tailscale.com/f/funnel?node=abc\n\n',
    ),
  );
  await expect(tailscale.open(wish(), config)).rejects.toMatchObject({
    code: 'tunnel_refused',
    again: 'never',
    message: expect.stringContaining('https://login.tailscale.com/f/funnel?node=abc'),
  });
});

test('an address is read whole, in however many pieces the output comes', () => {
  fc.assert(
    fc.property(fc.nat(cloudflareSays.length), fc.nat(tailscaleSays.length), (a, b) => {
      expect([undefined, 'https://quick-brown-fox.trycloudflare.com']).toContain(
        readCloudflare(cloudflareSays.slice(0, a)),
      );
      expect([undefined, 'https://desk.tail1234.ts.net']).toContain(readTailscale(tailscaleSays.slice(0, b)));
    }),
  );
  expect(readCloudflare('https://api.trycloudflare.com/tunnel\n')).toBeUndefined();
  expect(readTailscale('see https://login.tailscale.com/x\n')).toBeUndefined();
});
