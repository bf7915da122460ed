import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openUnithApi } from '../unith-api.ts';

async function run(options: object = {}) {
  const entry = fileURLToPath(new URL('./run-unith-server.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url, control } = JSON.parse(line.toString()) as { url: string; control: string };
  const command = async (name: string, input: object = {}) => {
    const response = await fetch(`${control}/${name}`, { method: 'POST', body: JSON.stringify(input) });
    const json = (await response.json()) as { value?: unknown; error?: string };
    return { status: response.status, ...json };
  };
  return { url, command, child, exited };
}

interface State {
  account: { email: string; secretKey: string };
  heads: { id: string; isOn: boolean }[];
  registrations: { webhookUrl: string; sharedKey: string }[];
  seen: { path: string; query: Record<string, string> }[];
}

test('UNITH in a process of its own does as it is told, and ends when it is told', async () => {
  const { url, command, child, exited } = await run({ pauses: [1], tellsId: true });
  const state = async () => (await command('state')).value as State;
  const { account, heads } = await state();
  const headId = heads[0]?.id as string;
  const api = openUnithApi({ credentials: account, options: { apiBase: url, dataBase: url, headId } });
  await api.switchOn?.();
  // Nobody listens there.
  const { secret } = await api.create({ url: 'http://127.0.0.1:1/hooks/k', events: [], active: true });
  const { registrations, heads: after, seen } = await state();
  expect(registrations).toMatchObject([{ sharedKey: secret }]);
  expect(after).toMatchObject([{ isOn: true }]);
  expect(seen.map(({ query }) => query)).toContainEqual({ enableEvents: 'true' });

  expect((await command('send', { type: 'start_conversation', sessionId: 's' })).value).toEqual([null]);
  const body = Buffer.from([0xff]).toString('base64');
  expect((await command('send-bytes', { type: 'end_conversation', body })).value).toEqual([null]);
  const strange = await command('send-strange', { type: 'end_conversation', sessionId: 's' });
  expect(Object.values(strange.value as object)).toEqual([[null], [null], [null]]);
  expect((await command('talk', { sessionId: 's', messages: [{ text: 'Hi' }] })).value).toEqual([
    [null],
    [null],
  ]);
  expect(await api.transcript?.({ vendorSessionId: 's' })).toMatchObject([{ data: { text: 'Hi' } }]);

  await command('revoke');
  await command('fail', { fault: { status: 403 }, path: 'head-events' });
  await expect(api.list()).rejects.toMatchObject({ code: 'vendor_forbidden' });
  expect(await api.list()).toHaveLength(1);
  await command('rules', { dataWithoutToken: 401 });
  expect((await fetch(`${url}/sessions/Acme-77/s`)).status).toBe(401);
  await command('rules', { dataWithoutToken: null });
  expect((await fetch(`${url}/sessions/Acme-77/s`)).status).toBe(200);

  expect(await command('fail', { fault: { status: 7 } })).toMatchObject({ status: 400 });
  expect(await command('no-such-command')).toMatchObject({ status: 404 });
  expect(await command('constructor')).toMatchObject({ status: 404 });
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});

test('no fault that is asked for reaches the commands', async () => {
  const { url, command } = await run();
  await command('fail', { fault: { hang: true }, times: 99 });
  const hanging = new AbortController();
  const asked = fetch(`${url}/user/me`, { signal: hanging.signal }).catch(() => 'ended');
  await expect.poll(async () => ((await command('state')).value as State).seen.length).toBe(1);
  hanging.abort();
  expect(await asked).toBe('ended');
  await command('heal');
  expect((await fetch(`${url}/user/me`)).status).toBe(401);
});
