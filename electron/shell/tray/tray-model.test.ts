import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { PROOF_VALID_MS, type Status, type TunnelStatus, type UpdateStatus } from '../../../shared/status.ts';
import { shellDe } from '../words/de.ts';
import { shellEn } from '../words/en.ts';
import type { Join } from './recent-joins.ts';
import { join, noon, wholeStatus } from './testing.ts';
import { type TrayInput, type TrayItem, type TrayState, trayModel } from './tray-model.ts';

const inAnHour = new Date(noon + 3_600_000).toISOString();
const anHourAgo = new Date(noon - 3_600_000).toISOString();
const { tunnel } = wholeStatus;

function model(given: Partial<Status> = {}, rest: Partial<Omit<TrayInput, 'status'>> = {}) {
  const settings = { pausedUntil: null };
  return trayModel({
    status: { ...wholeStatus, ...given },
    settings,
    joins: [],
    words: shellEn,
    now: noon,
    ...rest,
  });
}

/** As it would be read, one line an item. */
function lines(items: readonly TrayItem[], indent = ''): string[] {
  return items.flatMap((item) => {
    if (item.is === 'separator') return `${indent}—`;
    if (item.is === 'words') return `${indent}(${item.label})`;
    if (item.is === 'action') return indent + item.label;
    return [`${indent}${item.label} ▸`, ...lines(item.items, '  ')];
  });
}

function actionOf(items: readonly TrayItem[], label: string) {
  const item = items.find((one) => one.is === 'action' && one.label === label);
  return item?.is === 'action' ? item.action : undefined;
}

describe('the icon', () => {
  const offline: Partial<Status>[] = [
    { receiver: { state: 'failed', url: '' } },
    { receiver: { state: 'stopping', url: '' } },
    { store: { state: 'failed', bytes: 0 } },
    { tunnel: { ...tunnel, state: 'off' } },
    { tunnel: { ...tunnel, state: 'opening' } },
    { tunnel: { ...tunnel, state: 'retrying' } },
    { tunnel: { ...tunnel, state: 'failed' } },
  ];
  const unproved: Partial<Status>[] = [
    { tunnel: { ...tunnel, state: 'unproved' } },
    { tunnel: { ...tunnel, lastProofAt: null } },
    { tunnel: { ...tunnel, lastProofAt: anHourAgo } },
  ];
  const cases: [TrayState, Partial<Status>, unread: number, pausedUntil: string | null][] = [
    ...[0, 3].flatMap((unread) =>
      [null, inAnHour, anHourAgo].flatMap((paused) => [
        ...offline.map((given) => ['offline', given, unread, paused] as (typeof cases)[number]),
        ...unproved.map((given) => ['unproved', given, unread, paused] as (typeof cases)[number]),
      ]),
    ),
    ['connected', {}, 0, null],
    ['connected', {}, 0, anHourAgo],
    ['ringing', {}, 1, null],
    ['ringing', {}, 1, anHourAgo],
    ['paused', {}, 0, inAnHour],
    ['paused', {}, 1, inAnHour],
  ];

  test.each(cases)('is %s for %j, %i unread, paused until %s', (icon, given, unread, pausedUntil) => {
    const status = { ...given, alerts: { state: 'working' as const, unread } };
    expect(model(status, { settings: { pausedUntil } }).icon).toBe(icon);
  });
});

describe('the tooltip', () => {
  it.each<[string, Partial<Status>, number, string | null]>([
    ['Greenroom: Connected', {}, 0, null],
    ['Greenroom: Connected · 1 new alert', {}, 1, null],
    ['Greenroom: Connected · Over 999 new alerts', {}, 1000, null],
    ['Greenroom: Connected · 3 new alerts · notifications paused until 13:00', {}, 3, inAnHour],
    [
      'Greenroom: Deliveries cannot be kept · 3 new alerts · notifications paused until 13:00',
      { store: { state: 'failed', bytes: 0 } },
      3,
      inAnHour,
    ],
  ])('%s', (tooltip, given, unread, pausedUntil) => {
    const status = { ...given, alerts: { state: 'working' as const, unread } };
    expect(model(status, { settings: { pausedUntil } }).tooltip).toBe(tooltip);
  });
});

describe('the menu', () => {
  it('of a new user', () => {
    const off = { ...tunnel, state: 'off' as const, publicUrl: null, lastProofAt: null };
    expect(lines(model({ tunnel: off, alerts: { state: 'untried', unread: 0 } }).menu)).toEqual([
      'There is no way in from the internet',
      '—',
      '(Nobody has joined yet)',
      '—',
      '(Copy public address)',
      'Pause notifications ▸',
      '  For 15 minutes',
      '  For 1 hour',
      '  Until tomorrow',
      '—',
      'Open Greenroom',
      'Settings…',
      '—',
      'Quit Greenroom',
    ]);
  });

  it('of a busy one', () => {
    const update: UpdateStatus = { state: 'ready', version: '1.3.0' };
    const { menu } = model(
      {
        alerts: { state: 'unavailable', reason: 'They are turned off.', unread: 2 },
        desktop: { login: { state: 'off' }, update },
      },
      {
        settings: { pausedUntil: inAnHour },
        joins: [join, { ...join, sessionId: 's2', kind: 'started', who: 'R&D', at: noon - 7_200_000 }],
      },
    );
    expect(lines(menu)).toEqual([
      'Connected',
      '2 new alerts',
      'Notifications are not shown: why?',
      '—',
      '(Last joins)',
      'Joined Anna · 3 min ago',
      'Conversation with R&D · 2 h ago',
      '—',
      'Copy public address',
      'Resume notifications (paused until 13:00)',
      '—',
      'Restart to update to 1.3.0',
      'Open Greenroom',
      'Settings…',
      '—',
      'Quit Greenroom',
    ]);
    expect(actionOf(menu, 'Connected')).toEqual({ do: 'open', target: { screen: 'connection' } });
    expect(actionOf(menu, '2 new alerts')).toEqual({ do: 'open', target: { screen: 'live' } });
    expect(actionOf(menu, 'Joined Anna · 3 min ago')).toEqual({
      do: 'open',
      target: { screen: 'sessions', id: 's1' },
    });
    expect(actionOf(menu, 'Copy public address')).toEqual({ do: 'copy', text: 'https://green.example.org' });
    expect(actionOf(menu, 'Resume notifications (paused until 13:00)')).toEqual({ do: 'resume-alerts' });
    expect(actionOf(menu, 'Restart to update to 1.3.0')).toEqual({ do: 'install-update' });
    expect(actionOf(menu, 'Open Greenroom')).toEqual({ do: 'show' });
    expect(actionOf(menu, 'Settings…')).toEqual({ do: 'open', target: { screen: 'settings' } });
    expect(actionOf(menu, 'Quit Greenroom')).toEqual({ do: 'quit' });
  });

  it('in German', () => {
    const { tooltip, menu } = model(
      { alerts: { state: 'working', unread: 2 } },
      { settings: { pausedUntil: inAnHour }, joins: [{ ...join, isProved: false }], words: shellDe },
    );
    expect(tooltip).toBe(
      'Greenroom: Verbunden · 2 neue Benachrichtigungen · Benachrichtigungen pausiert bis 13:00 Uhr',
    );
    expect(lines(menu)).toEqual([
      'Verbunden',
      '2 neue Benachrichtigungen',
      '—',
      '(Zuletzt beigetreten)',
      'Jemand bei Anna · vor 3 Min. · ohne Nachweis',
      '—',
      'Öffentliche Adresse kopieren',
      'Benachrichtigungen fortsetzen (Pause bis 13:00 Uhr)',
      '—',
      'Greenroom öffnen',
      'Einstellungen …',
      '—',
      'Greenroom beenden',
    ]);
  });

  it.each<[UpdateStatus, string | undefined]>([
    [{ state: 'ready', version: '1.3.0' }, 'Restart to update to 1.3.0'],
    [{ state: 'ready' }, 'Restart to update'],
    [{ state: 'available', version: '1.3.0' }, 'Version 1.3.0 is available…'],
    [{ state: 'available', version: '\u202e' }, 'A new version is available…'],
    [{ state: 'downloading', version: '1.3.0', percent: 7 }, undefined],
    [{ state: 'checking' }, undefined],
    [{ state: 'idle' }, undefined],
    [{ state: 'failed' }, undefined],
    [{ state: 'unsupported' }, undefined],
  ])('of an update %j says %s', (update, words) => {
    const items = lines(model({ desktop: { login: { state: 'off' }, update } }).menu);
    expect(items.filter((line) => /update|version/i.test(line))).toEqual(words === undefined ? [] : [words]);
  });

  it.each([
    ['https://green.example.org/', 'https://green.example.org'],
    ['https://green.example.org/in/', 'https://green.example.org/in'],
    ['https://me:secret@green.example.org', 'https://green.example.org'],
    ['https://green.example.org/\r\nrm -rf ~\n', 'https://green.example.org/rm%20-rf%20~'],
    ['javascript:alert(1)', undefined],
    ['greenroom', undefined],
    ['', undefined],
    [null, undefined],
  ])('of the address %j copies %s', (publicUrl, text) => {
    const action = actionOf(model({ tunnel: { ...tunnel, publicUrl } }).menu, 'Copy public address');
    expect(action).toEqual(text === undefined ? undefined : { do: 'copy', text });
  });
});

describe('time alone', () => {
  const proofAt = Date.parse(tunnel.lastProofAt ?? '');

  it.each<[string, Partial<Status>, Partial<Omit<TrayInput, 'status'>>, number | undefined]>([
    ['changes nothing that is broken', { store: { state: 'failed', bytes: 0 } }, {}, undefined],
    ['ends a proof', {}, {}, proofAt + PROOF_VALID_MS],
    ['ends a pause', {}, { settings: { pausedUntil: new Date(noon + 30_000).toISOString() } }, noon + 30_000],
    ['makes joins older', {}, { joins: [{ ...join, at: noon - 59_000 }] }, noon + 1_000],
  ])('%s', (_what, given, rest, changesAt) => {
    expect(model(given, rest).changesAt).toBe(changesAt);
  });

  it('makes it unproved, whoever does not say so', () => {
    expect(model({}, { now: proofAt + PROOF_VALID_MS - 1 }).icon).toBe('connected');
    expect(model({}, { now: proofAt + PROOF_VALID_MS }).icon).toBe('unproved');
  });
});

describe('whatever there is', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });
  const time = fc.integer({ min: noon - 90 * 86_400_000, max: noon + 86_400_000 });
  const isoTime = fc.oneof(
    fc.integer({ min: -90_000, max: 90_000 }).map((ms) => new Date(noon + ms).toISOString()),
    time.map((at) => new Date(at).toISOString()),
    fc.constant(null),
  );
  const anyTunnel = fc.record<TunnelStatus>({
    state: fc.constantFrom('off', 'opening', 'connected', 'unproved', 'retrying', 'failed'),
    provider: fc.constant('ngrok'),
    publicUrl: fc.oneof(text, fc.webUrl(), fc.constant(null)),
    lastProofAt: fc.oneof(isoTime, text),
    reason: text,
  });
  const anyStatus = fc.record<Status>({
    ...(Object.fromEntries(
      Object.entries(wholeStatus).map(([name, value]) => [name, fc.constant(value)]),
    ) as { [K in keyof Required<Status>]: fc.Arbitrary<never> }),
    receiver: fc.record({ state: fc.constantFrom('listening', 'failed', 'stopping'), url: text }),
    store: fc.record({ state: fc.constantFrom('writing', 'writing', 'failed'), bytes: fc.nat() }),
    tunnel: anyTunnel,
    alerts: fc.record({ state: fc.constantFrom('untried', 'working', 'unavailable'), unread: fc.nat() }),
    desktop: fc.record({
      login: fc.constant({ state: 'off' as const }),
      update: fc.record({ state: fc.constantFrom('idle', 'available', 'ready'), version: text }),
    }),
  });
  const anyJoin = fc.record<Join>({
    sessionId: text,
    kind: fc.constantFrom('joined', 'started'),
    at: time,
    who: text,
    room: text,
    isSample: fc.boolean(),
    isProved: fc.boolean(),
  });
  const anyInput = fc.record<TrayInput>({
    status: anyStatus,
    settings: fc.record({ pausedUntil: isoTime }),
    joins: fc.array(anyJoin, { maxLength: 5 }),
    words: fc.constantFrom(shellEn, shellDe),
    now: fc.constant(noon),
  });
  const raw = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
  const labelsOf = (items: readonly TrayItem[]): string[] =>
    items.flatMap((item) => {
      if (item.is === 'separator') return [];
      return item.is === 'submenu' ? [item.label, ...labelsOf(item.items)] : [item.label];
    });

  it('each text is short, on one line and clean', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { tooltip, menu } = trayModel(input);
        expect(tooltip.length).toBeLessThanOrEqual(127);
        expect(tooltip).not.toMatch(raw);
        expect(tooltip).not.toContain('&');
        for (const label of labelsOf(menu)) {
          expect(label.length).toBeGreaterThan(0);
          expect(label.length).toBeLessThanOrEqual(120);
          expect(label).not.toMatch(raw);
        }
        expect(menu.length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 300 },
    );
  });

  it('never claims a path that is not proved', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { icon, tooltip, menu } = trayModel(input);
        const { receiver, store, tunnel: way } = input.status;
        const age = noon - Date.parse(way.lastProofAt ?? '');
        const isWhole =
          receiver.state === 'listening' &&
          store.state === 'writing' &&
          way.state === 'connected' &&
          age < PROOF_VALID_MS;
        const claims =
          icon === 'connected' ||
          icon === 'ringing' ||
          icon === 'paused' ||
          tooltip.includes(input.words.path.connected) ||
          labelsOf(menu)[0] === input.words.path.connected;
        if (claims) expect(isWhole).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('it stays as it is until the time that it tells', () => {
    fc.assert(
      fc.property(anyInput, fc.oneof(fc.nat(200_000), fc.nat(86_400_000)), (input, wait) => {
        const { changesAt = Number.POSITIVE_INFINITY, ...shown } = trayModel(input);
        expect(changesAt).toBeGreaterThan(noon);
        const later = Math.min(changesAt - 1, noon + wait);
        const { changesAt: _, ...then } = trayModel({ ...input, now: later });
        expect(then).toEqual(shown);
      }),
      { numRuns: 1_000 },
    );
  });
});
