import { describe, expect, it } from 'vitest';
import { catchWishes, type Granting, grantWish, type Wish, wishOf } from './lifecycle-wishes.ts';
import { fakeEvents, preventable } from './testing.ts';

const session = (id: string): Wish => ({ do: 'open', target: { screen: 'sessions', id } });

describe('wishOf', () => {
  it.each([
    [['greenroom'], { do: 'show' }],
    [['greenroom', '--hidden'], undefined],
    [['greenroom', 'greenroom://session/12'], session('12')],
    [['greenroom', '--hidden', 'greenroom://session/12'], session('12')],
    [['greenroom', 'greenroom://other/12'], { do: 'show' }],
    [['greenroom', '--data-dir', 'x'], { do: 'show' }],
  ])('%j asks for %j', (args, wish) => expect(wishOf(args)).toEqual(wish));
});

describe('catchWishes', () => {
  function setUp(fromLaunch: (info: unknown) => Wish | undefined = () => undefined) {
    const { on, emit } = fakeEvents();
    const granted: Wish[] = [];
    const wishes = catchWishes({ on } satisfies Pick<Electron.App, 'on'>, fromLaunch);
    const openUrl = (url: string) => {
      const event = preventable({});
      emit('open-url', event, url);
      return event.defaultPrevented;
    };
    return { emit, granted, openUrl, follow: () => wishes.grantBy((wish) => void granted.push(wish)) };
  }

  it('hears a second start, the dock and links', () => {
    const { emit, granted, openUrl, follow } = setUp();
    follow();
    emit('second-instance', {}, ['greenroom'], '/');
    emit('second-instance', {}, ['greenroom', 'greenroom://session/1'], '/');
    emit('activate', {}, false);
    expect(openUrl('greenroom://session/2')).toBe(true);
    expect(granted).toEqual([{ do: 'show' }, session('1'), { do: 'show' }, session('2')]);
  });

  it('makes nothing of a start at login, and of a link that is none', () => {
    const { emit, granted, openUrl, follow } = setUp();
    follow();
    emit('second-instance', {}, ['greenroom', '--hidden'], '/');
    openUrl('greenroom://alert/1/mute');
    openUrl('https://example.org/');
    expect(granted).toEqual([]);
  });

  it('keeps the newest until somebody grants it, once', () => {
    const { emit, granted, openUrl, follow } = setUp();
    openUrl('greenroom://session/1');
    openUrl('greenroom://session/2');
    emit('second-instance', {}, ['greenroom', '--hidden'], '/');
    expect(follow()).toBe(true);
    expect(granted).toEqual([session('2')]);
    openUrl('greenroom://session/3');
    expect(granted).toEqual([session('2'), session('3')]);
  });

  it('reads what macOS started it with', () => {
    const { emit, granted, follow } = setUp((info) => (info === 'alert' ? session('9') : undefined));
    emit('ready', {}, 'alert');
    follow();
    expect(granted).toEqual([session('9')]);
    const other = setUp(() => undefined);
    other.emit('ready', {}, {});
    expect(other.follow()).toBe(false);
    expect(other.granted).toEqual([]);
  });
});

describe('grantWish', () => {
  it.each<[Wish, unknown[]]>([
    [{ do: 'show' }, ['show']],
    [session('1'), ['open', { screen: 'sessions', id: '1' }]],
    [
      { do: 'mute', mute: { kind: 'agent', id: 'a' } },
      ['alert.mute', { kind: 'agent', id: 'a', muted: true }],
    ],
  ])('%j', (wish, expected) => {
    const told: unknown[] = [];
    const parts = {
      windows: { show: () => void told.push('show'), open: (target) => void told.push('open', target) },
      core: {
        dispatch: async (command, input) => {
          told.push(command, input);
          return { ok: true, value: {} };
        },
      },
    } satisfies Granting;
    grantWish(parts, wish);
    expect(told).toEqual(expected);
  });
});
