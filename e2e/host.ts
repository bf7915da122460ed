import { createHmac } from 'node:crypto';
import { rmSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { newFolder, type RunningHost, startHost } from '../bench/host.ts';

/** The built browser host in a folder of its own, and a page that is logged in. */
export const test = base.extend<{ dataDir: string; host: RunningHost; window: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern.
  dataDir: async ({}, use) => {
    const dataDir = newFolder();
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  },
  host: async ({ dataDir }, use) => {
    const host = await startHost(dataDir);
    await use(host);
    await host.stop();
  },
  window: async ({ host, page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(host.link);
    await use(page);
    expect(errors.filter((text) => !/Failed to load resource|ERR_/.test(text))).toEqual([]);
  },
});

export { expect };

/** Sends a body as bitHuman's dashboard once did: signed over the raw bytes. @returns the status */
export async function deliver(url: string, secret: string, body: string | Buffer): Promise<number> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bithuman-signature': `sha256=${signature}` },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return response.status;
}

export function joined(session: string, room = 'lobby'): string {
  const data = { room_name: room, participant_count: 1, session_id: session };
  return JSON.stringify({
    agent_id: 'A12BCD3456',
    event_type: 'room.join',
    data,
    timestamp: Date.now() / 1000,
  });
}

export function said(session: string, message: string, role: 'user' | 'assistant' = 'user'): string {
  const timestamp = Date.now() / 1000;
  const data = { role, message, session_id: session, timestamp };
  return JSON.stringify({ agent_id: 'A12BCD3456', event_type: 'chat.push', data, timestamp });
}
