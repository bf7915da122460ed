/** `npm run pictures`: takes the README's pictures of a window that has a month of made-up conversations behind it. */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { newFolder, type RunningHost, startHost } from '../bench/host.ts';
import { createCommitter } from '../electron/core/store/committer.ts';
import { storeFiles } from '../electron/core/store/files.ts';
import { findVendor } from '../electron/core/vendors/registry.ts';
import { playScript, roundMs } from '../electron/core/vendors/script.ts';
import { buildIfStale } from './build.mjs';
import { chromiumArgs, requireChromium } from './chromium.mjs';

const DAYS = 30;
/** How many rounds of the script an hour of the day brings, from midnight on. */
const busy = [0, 0, 0, 0, 0, 0, 0, 1, 3, 6, 8, 7, 5, 6, 8, 7, 6, 5, 7, 8, 6, 3, 1, 0];
const secret = 'only for pictures';
const names = { bithuman: 'Studio', 'bithuman-dashboard': 'House avatars', unith: 'Front desk' };
const agents = { A48HTL2210: 'Mira', A93DSK0417: 'Jonas', A16MTH7735: 'Ada' };

buildIfStale();
const dataDir = newFolder();
let host = await startHost(dataDir);
const endpoints = await makeEndpoints(host);
await host.stop();
writeFileSync(join(dataDir, 'agents.json'), JSON.stringify({ version: 1, agents: aFewAgents() }));
fill(Date.now());
host = await startHost(dataDir);
await host.get('settings.set', { tunnel: 'url', publicUrl: host.receiver });
await refuseOne(host);
await take(host);
await host.stop();
rmSync(dataDir, { recursive: true, force: true });

async function makeEndpoints({ get }: RunningHost): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const [vendor, name] of Object.entries(names)) {
    const proof =
      findVendor(vendor)?.info.secretKinds[0] === 'header'
        ? { header: { name: 'X-Greenroom-Key', value: secret } }
        : { secret };
    made.set(vendor, (await get('endpoint.create', { vendor, name, ...proof })).id);
  }
  return made;
}

function aFewAgents() {
  return Object.entries(agents).map(([agentId, name]) => ({ agentId, ids: [agentId], name }));
}

/** By the product's own writer, since a receiver can only receive now. */
function fill(now: number): void {
  const committer = createCommitter(storeFiles(dataDir).main, { committed() {}, state() {}, setAside() {} });
  committer.attempt((writer) => {
    const begin = new Date(now - DAYS * 24 * 3_600_000).setMinutes(0, 0, 0);
    for (let hour = 0; begin + hour * 3_600_000 < now - 3_600_000; hour++) {
      const at = begin + hour * 3_600_000;
      const isWeekend = [0, 6].includes(new Date(at).getDay());
      const day = Math.floor(at / (24 * 3_600_000));
      const mood = (isWeekend ? 0.4 : 0.8) + ((day * 7) % 5) / 10;
      const rounds = Math.ceil((busy[new Date(at).getHours()] ?? 0) * mood);
      for (let round = 0; round < rounds; round++)
        record(writer, hour * 10 + round, at + Math.round((round * 3_400_000) / rounds));
    }
    record(writer, 7, now - 150_000, now);
  });
  committer.close();
}

type Writer = Parameters<Parameters<ReturnType<typeof createCommitter>['attempt']>[0]>[0];

function record(writer: Writer, seed: number, startsAt: number, end = Number.POSITIVE_INFINITY): void {
  for (const { vendorId, sample } of playScript(seed, startsAt)) {
    if (sample.at > Math.min(end, startsAt + roundMs)) return;
    const vendor = findVendor(vendorId);
    // Once in a while is enough.
    if (sample.kind.endsWith('.failed') && seed % 37 !== 0) continue;
    const call = vendor?.sample(sample);
    if (!vendor || !call) continue;
    const header = (name: string) => call.headers[name];
    writer.record({
      endpointId: endpoints.get(vendorId) ?? '',
      vendor: vendorId,
      receivedAt: sample.at,
      headers: Object.entries(call.headers),
      body: call.body,
      bodyHash: createHash('sha256').update(call.body).digest(),
      verdict: 'verified',
      ...vendor.read({ header, body: call.body }),
    });
  }
}

/** A call as bitHuman's dashboard signs it, to the endpoint of its REST service: a mistake that is often made. */
async function refuseOne({ get }: RunningHost): Promise<void> {
  const [all, dashboard, rest] = [
    (await get('endpoint.list', {})).endpoints,
    findVendor('bithuman-dashboard'),
    findVendor('bithuman'),
  ];
  const url = all.find(({ vendor }) => vendor === 'bithuman')?.localUrl;
  const at = Date.now();
  const call = rest?.sample({ kind: 'agent.ready', at, sessionId: 'picture', agentId: 'A48HTL2210' });
  if (!call || !dashboard || !url) throw new Error('no sample');
  const signed = dashboard.signForTest(call, secret, at);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...signed.headers, 'X-bitHuman-Timestamp': String(Math.floor(at / 1000)) },
    body: new Uint8Array(signed.body),
  });
  if (answer.status !== 401) throw new Error(`answered ${answer.status}`);
}

async function take({ link, get }: RunningHost): Promise<void> {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs() });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  });
  await page.goto(link);
  await page.getByText(/^Proved/).waitFor();
  await counted(get);
  const [refused] = (await get('delivery.list', { verdict: 'rejected' })).deliveries;
  const show = (path: string) => page.goto(`${new URL(link).origin}/#/${path}`);
  await shoot(page, 'live-light');
  await show(`deliveries/${refused?.id}`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await shoot(page, 'delivery-light');
  await get('settings.set', { theme: 'dark' });
  await page.locator('html[data-theme=dark]').waitFor();
  await show('live');
  await shoot(page, 'live-dark');
  await show('insights');
  await page.locator('canvas').first().waitFor();
  await shoot(page, 'insights-dark');
  await browser.close();
}

async function counted(get: RunningHost['get']): Promise<void> {
  const all = { from: null, to: new Date().toISOString(), timeZone: 'UTC' };
  while ((await get('insights.get', all)).counting) await rest(250);
}

async function shoot(page: Page, name: string): Promise<void> {
  // What loads is there, and painted.
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: join(import.meta.dirname, '../resources', `${name}.png`) });
}
