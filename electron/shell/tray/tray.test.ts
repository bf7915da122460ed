import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../shared/settings.ts';
import { PROOF_VALID_MS } from '../../../shared/status.ts';
import { fakeCore, joinEvent, noon, wholeStatus } from './testing.ts';
import { fakeElectron } from './testing-icon.ts';
import { manageTray, type TrayParts } from './tray.ts';

beforeEach(() => void vi.useFakeTimers({ now: noon }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Until all that can be answered was answered and shown. */
const settled = () => vi.advanceTimersByTimeAsync(500);

function setUp(given: Partial<TrayParts> = {}, answers: Record<string, unknown> = {}) {
  const electron = fakeElectron();
  const core = fakeCore({
    'settings.get': defaultSettings,
    'settings.set': defaultSettings,
    'feed.page': { events: [], more: false },
    'agent.list': { agents: [] },
    ...answers,
  });
  const reached: unknown[] = [];
  const tray = manageTray({
    ...electron,
    core,
    images: '/tray',
    platform: 'linux',
    clipboard: { writeText: async (text) => void reached.push(text) },
    show: () => void reached.push('show'),
    open: (target) => void reached.push(target),
    quit: () => void reached.push('quit'),
    ...given,
  });
  const tell = (status = wholeStatus) => core.push({ name: 'status', value: status });
  const labels = () => electron.menus.at(-1)?.template.map(({ label }) => label) ?? [];
  return { ...electron, core, tray, tell, labels, reached };
}

it('comes with the first status, not before', () => {
  const { tell, done } = setUp();
  expect(done()).toEqual([]);
  tell();
  expect(done().map(([what]) => what)).toEqual(['made', 'tooltip', 'menu']);
});

it('shows what is stored, as soon as it is read', async () => {
  const { tell, labels } = setUp(
    {},
    {
      'settings.get': { ...defaultSettings, pausedUntil: new Date(noon + 3_600_000).toISOString() },
      'feed.page': { events: [joinEvent(0, { agentId: 'g1' })], more: false },
      'agent.list': { agents: [{ agentId: 'g1', name: 'Anna', hasPicture: false }] },
    },
  );
  tell();
  await settled();
  expect(labels()).toContain('Joined Anna · just now');
  expect(labels()).toContain('Resume notifications (paused until 13:00)');
});

it('settings that were pushed are newer than those that were asked for', async () => {
  const { core, tell, labels } = setUp();
  tell();
  const pausedUntil = new Date(noon + 3_600_000).toISOString();
  core.push({ name: 'settings', value: { ...defaultSettings, pausedUntil } });
  await settled();
  expect(labels()).toContain('Resume notifications (paused until 13:00)');
});

it('a join comes to the top; what else happens changes nothing', async () => {
  const { core, tell, labels, done } = setUp();
  tell();
  await settled();
  done();
  core.push({ name: 'feed', value: joinEvent(1, { kind: 'chat.message' }) });
  core.push({ name: 'reset', value: { lastSeq: 0 } });
  tell({ ...wholeStatus, lastSeq: 1 });
  await settled();
  expect(done()).toEqual([]);
  core.push({ name: 'feed', value: joinEvent(1) });
  await settled();
  expect(labels()).toContain('Joined your avatar · just now');
});

it('under load it changes at most four times a second, and ends with the last state', async () => {
  const { tell, done } = setUp();
  tell();
  await settled();
  done();
  for (let unread = 1; unread <= 1000; unread += 1) {
    tell({ ...wholeStatus, alerts: { state: 'working', unread } });
    await vi.advanceTimersByTimeAsync(1);
  }
  await settled();
  const tooltips = done().filter(([what]) => what === 'tooltip');
  expect(tooltips.length).toBeLessThanOrEqual(6);
  expect(tooltips.at(-1)?.[1]).toBe('Greenroom: Connected · Over 999 new alerts');
});

describe('time alone', () => {
  it('takes "connected" away when the proof is too old', async () => {
    const { tell, done } = setUp();
    tell();
    await vi.advanceTimersByTimeAsync(PROOF_VALID_MS - 10_001);
    expect(done().filter(([what]) => what === 'image')).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(done()).toContainEqual(['image', expect.stringContaining('unproved')]);
  });

  it('is looked at anew when somebody knows that it jumped', async () => {
    const { tell, tray, done } = setUp();
    tell();
    await settled();
    done();
    vi.setSystemTime(noon + 3_600_000);
    tray.refresh();
    expect(done()).toContainEqual(['image', expect.stringContaining('unproved')]);
  });
});

describe('a click', () => {
  it('on the icon shows the window', () => {
    const { tell, click, reached } = setUp();
    tell();
    click();
    expect(reached).toEqual(['show']);
  });

  it.each([
    ['Connected', { screen: 'connection' }],
    ['Settings…', { screen: 'settings' }],
    ['Copy public address', 'https://green.example.org'],
    ['Open Greenroom', 'show'],
    ['Quit Greenroom', 'quit'],
  ])('on %s', async (label, expected) => {
    const { tell, choose, reached } = setUp();
    tell();
    choose(label);
    await settled();
    expect(reached).toEqual([expected]);
  });

  it('that fails is logged', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    const { tell, choose } = setUp({ clipboard: { writeText: () => Promise.reject(new Error('held')) } });
    tell();
    choose('Copy public address');
    await settled();
    expect(logged).toHaveBeenCalledWith('The tray could not do “copy”:', expect.any(Error));
  });
});

it('an icon that cannot be made does not end the app, and is tried again', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const { Tray } = fakeElectron();
  let tries = 0;
  class Failing extends Tray {
    constructor(image: Electron.NativeImage) {
      super(image);
      tries += 1;
      if (tries === 1) throw new Error('No panel is there.');
    }
  }
  const { tell, labels } = setUp({ Tray: Failing });
  tell();
  expect(logged).toHaveBeenCalledWith('The tray icon cannot be shown:', expect.any(Error));
  await settled();
  expect(tries).toBe(2);
  expect(labels()).toContain('Connected');
});

it('stopped, it takes the icon away and hears no more', async () => {
  const { tell, tray, core, done } = setUp();
  tell();
  await settled();
  done();
  tray.stop();
  expect(done()).toEqual([['destroyed']]);
  expect(core.sinks.size).toBe(0);
  tray.refresh();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(done()).toEqual([]);
});
