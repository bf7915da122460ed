/** `npm run demo`: a living app without any account. Made-up sessions go through the real receiver, really signed. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findVendor, vendors } from '../electron/core/vendors/registry.ts';
import { playScript } from '../electron/core/vendors/script.ts';
import { readHostFile } from '../electron/web/host-file.ts';
import { buildIfStale } from './build.mjs';
import { endWithParent } from './end-with-parent.mjs';

/** @typedef {{ url: string, secret?: string, header?: { name: string, value: string } }} Target */

const names = { bithuman: 'Studio', 'bithuman-dashboard': 'House avatars', unith: 'Front desk' };

buildIfStale();
const dataDir = mkdtempSync(join(tmpdir(), 'greenroom-demo-'));
const entry = fileURLToPath(new URL('../out/main/serve.js', import.meta.url));
const host = spawn(process.execPath, [entry, '--data-dir', dataDir, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
const over = new AbortController();
host.on('close', (code) => {
  over.abort();
  rmSync(dataDir, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => host.kill(signal));
}
endWithParent(() => host.kill('SIGTERM'));

const running = await waitForHost();
if (running) {
  const targets = await makeEndpoints(running);
  console.log('  Demo       made-up sessions are on their way; Ctrl+C ends it and removes its data\n');
  await play(targets);
}

/** Undefined where the host ended at its start; it has said why. */
async function waitForHost() {
  while (!over.signal.aborted) {
    const found = readHostFile(dataDir);
    if (found) return found;
    await rest(25);
  }
  return undefined;
}

/** @param {{ ui: string, token: string }} host */
async function makeEndpoints(host) {
  /** @type {Map<string, Target>} */
  const targets = new Map();
  for (const { info } of vendors) {
    const value = randomBytes(18).toString('base64url');
    const proof =
      info.secretKinds[0] === 'header'
        ? { header: { name: info.suggestedHeader ?? 'X-Greenroom-Key', value } }
        : { secret: value };
    const name = names[/** @type {keyof typeof names} */ (info.id)] ?? info.title;
    const response = await fetch(`${host.ui}/api/endpoint.create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ vendor: info.id, name, ...proof }),
    });
    const reply = /** @type {any} */ (await response.json());
    if (!reply.ok) throw new Error(reply.error.message);
    targets.set(info.id, { url: reply.value.localUrl, ...proof });
  }
  return targets;
}

/** @param {Map<string, Target>} targets */
async function play(targets) {
  try {
    for (const { vendorId, delayMs, sample } of playScript(1, Date.now())) {
      await rest(delayMs, undefined, { signal: over.signal });
      const vendor = findVendor(vendorId);
      const target = targets.get(vendorId);
      const now = Date.now();
      const call = vendor?.sample({ ...sample, at: now });
      if (!vendor || !target || !call) continue;
      const signed = target.secret === undefined ? call : vendor.signForTest(call, target.secret, now);
      const header = target.header ? { [target.header.name]: target.header.value } : {};
      const response = await fetch(target.url, {
        method: 'POST',
        headers: { ...signed.headers, ...header },
        body: new Uint8Array(signed.body),
        signal: over.signal,
      });
      await response.arrayBuffer();
    }
  } catch (error) {
    if (!over.signal.aborted) throw error;
  }
}
