import { expect, onTestFinished, test } from 'vitest';
import { type Listener, listen } from './testing/listen.ts';
import { startTestHost } from './testing/test-host.ts';

/** A host with an endpoint, and a reader of its pushes. */
async function begin() {
  const host = await startTestHost();
  onTestFinished(() => host.stop());
  const endpoint = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'My bot',
    header: { name: 'x-key', value: 'a long enough value' },
  });
  const pushes = await listen(host);
  onTestFinished(() => pushes.close());
  return { host, endpoint, pushes };
}

/** A signed sample through the real receiver. @returns its session */
async function join({ host, endpoint, pushes }: Awaited<ReturnType<typeof begin>>): Promise<string> {
  const { deliveryId } = await host.get('sample.send', { endpointId: endpoint.id, kind: 'session.joined' });
  const { sessionId = '' } = await pushes.until('feed', (event) => event.deliveryId === deliveryId);
  return sessionId;
}

const alertsOf = (pushes: Listener) =>
  pushes.heard.flatMap((one) => (one.name === 'alert' ? [one.value] : []));

test('somebody joins: an alert is raised, and what became of it is known', async () => {
  const world = await begin();
  const { host, pushes, endpoint } = world;
  const sessionId = await join(world);
  const alert = await pushes.until('alert');
  expect(alert).toMatchObject({
    topic: 'joined',
    title: 'Someone joined My bot',
    body: expect.stringContaining('Sample'),
    target: { screen: 'sessions', id: sessionId },
    mute: { kind: 'session', id: sessionId },
    count: 1,
    urgent: false,
  });
  expect((await host.get('status.get', {})).alerts).toEqual({ state: 'untried', unread: 1 });
  await host.get('alert.outcome', { alertId: alert.id, shown: true });
  await pushes.until('status', ({ alerts }) => alerts.state === 'working');
  const { decisions } = await host.get('alert.decisions', {});
  expect(decisions).toMatchObject([
    { outcome: 'told', shown: 'shown', sessionId, endpointId: endpoint.id, title: 'Someone joined My bot' },
  ]);
  await host.get('attention.set', { viewer: 'w', focused: true, sessionId: null });
  expect((await host.get('status.get', {})).alerts.unread).toBe(0);
});

test('alerts speak the language that was chosen, else the one of the window, else of the system', async () => {
  const host = await startTestHost({ systemLanguages: ['de-AT', 'en'] });
  onTestFinished(() => host.stop());
  const pushes = await listen(host);
  onTestFinished(() => pushes.close());
  const tried = async () => {
    const { alertId } = await host.get('alert.try', {});
    return (await pushes.until('alert', ({ id }) => id === alertId)).title;
  };
  expect(await tried()).toBe('Greenroom kann melden');
  await host.get('attention.set', { viewer: 'w', focused: true, sessionId: null, language: 'en' });
  expect(await tried()).toBe('Greenroom can reach you');
  await host.get('settings.set', { language: 'de' });
  expect(await tried()).toBe('Greenroom kann melden');
});

test('what no page shows is told in the window, and the status says why', async () => {
  const world = await begin();
  const sessionId = await join(world);
  const { alerts } = await world.pushes.until('status', (status) => status.alerts.state === 'unavailable');
  expect(alerts.reason).toMatch(/page of Greenroom/);
  const notice = await world.pushes.until('notice', ({ code }) => code === 'alert');
  expect(notice).toMatchObject({ title: 'Someone joined My bot', sessionId, level: 'info' });
  const { notices } = await world.host.get('notice.list', {});
  expect(notices.map(({ id }) => id)).toContain(notice.id);
});

test('muted, paused, looked at, turned off: silent, and the list says why', async () => {
  const world = await begin();
  const { host, endpoint, pushes } = world;
  const silentBecause = async (reason: string) => {
    await join(world);
    await expect.poll(async () => (await host.get('alert.decisions', {})).decisions[0]?.reason).toBe(reason);
  };
  const mute = { kind: 'endpoint', id: endpoint.id } as const;
  const { muted } = await host.get('alert.mute', { ...mute, muted: true });
  expect(muted).toEqual([mute]);
  await pushes.until('settings', (settings) => settings.muted.length === 1);
  await silentBecause('muted_endpoint');
  expect((await host.get('alert.mute', { ...mute, muted: false })).muted).toEqual([]);
  await host.get('settings.set', { pausedUntil: new Date(Date.now() + 3_600_000).toISOString() });
  await silentBecause('paused');
  await host.get('settings.set', { pausedUntil: null, alertJoined: false });
  await silentBecause('topic_off');
  expect(alertsOf(pushes)).toEqual([]);
});

test('muted twice is muted once, and mutes outlive a restart', async () => {
  const { host } = await begin();
  const mute = { kind: 'agent', id: 'A-1' } as const;
  await host.get('alert.mute', { ...mute, muted: true });
  await host.get('alert.mute', { ...mute, muted: true });
  await host.stop();
  const again = await startTestHost({ dataDir: host.dataDir });
  onTestFinished(() => again.stop());
  expect((await again.get('settings.get', {})).muted).toEqual([mute]);
});

test('a trial is raised whatever the settings say', async () => {
  const { host, pushes } = await begin();
  await host.get('settings.set', { pausedUntil: '2099-01-01T00:00:00.000Z' });
  const { alertId } = await host.get('alert.try', {});
  expect(await pushes.until('alert', ({ id }) => id === alertId)).toMatchObject({ topic: 'trial' });
});

test.each([
  { quietHours: { from: '9:00', to: '10:00' } },
  { quietHours: { from: '09:00', to: '09:00' } },
  { quietHours: { from: '24:00', to: '09:00' } },
  { watchedWords: ['  '] },
  { watchedWords: Array.from({ length: 51 }, (_, index) => `w${index}`) },
  { pausedUntil: 'tomorrow' },
  { alertChat: 'all' },
])('settings of %j are refused', async (patch) => {
  const { host } = await begin();
  expect(await host.call('settings.set', patch as object)).toMatchObject({
    ok: false,
    error: { code: 'bad_input' },
  });
});

test.each(['login.set', 'update.check', 'update.download', 'update.install'] as const)(
  '%s is of the desktop only',
  async (command) => {
    const { host } = await begin();
    const input = command === 'login.set' ? { on: true } : {};
    expect(await host.call(command, input as never)).toMatchObject({
      ok: false,
      error: { code: 'not_available' },
    });
    expect(await host.get('status.get', {})).not.toHaveProperty('desktop');
  },
);
