import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inputs } from '../../shared/contract.ts';
import { createShownSessionStore } from '../stores/shown-session-store.ts';
import { fakeCall } from '../stores/testing.ts';
import { tellAttention } from './attention.ts';
import { createLink, type LinkState } from './link.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function begin(linkState: LinkState = 'up') {
  const told: [focused: boolean, sessionId: string | null][] = [];
  const link = createLink(linkState);
  const shown = createShownSessionStore();
  const events = new EventTarget();
  const page = { focus: true, visibilityState: 'visible' as DocumentVisibilityState };
  tellAttention({
    call: fakeCall({
      'attention.set': (input) => {
        const { viewer, focused, sessionId, language } = inputs['attention.set'].parse(input);
        expect(viewer).toBe('me');
        expect(language).toBe('de');
        told.push([focused, sessionId]);
        return {};
      },
    }),
    link,
    page: {
      hasFocus: () => page.focus,
      get visibilityState() {
        return page.visibilityState;
      },
      addEventListener: events.addEventListener.bind(events),
    },
    frame: { addEventListener: events.addEventListener.bind(events) },
    session: { get: () => shown.getState().sessionId, subscribe: shown.subscribe },
    viewer: 'me',
    language: 'de',
  });
  const turn = (type: string, next: Partial<typeof page>) => {
    Object.assign(page, next);
    events.dispatchEvent(new Event(type));
  };
  return { told, link, shown, turn };
}

test('what is in front of the user is told as it changes, and only then', () => {
  const { told, shown, turn } = begin();
  const leave = shown.getState().show('s1');
  turn('focus', {});
  turn('blur', { focus: false });
  shown.getState().show('s2');
  turn('focus', { focus: true });
  turn('visibilitychange', { visibilityState: 'hidden' });
  turn('visibilitychange', { visibilityState: 'visible' });
  leave();
  expect(told).toEqual([
    [true, null],
    [true, 's1'],
    [false, null],
    [true, 's2'],
    [false, null],
    [true, 's2'],
  ]);
});

test('no longer shown, no session is in view', () => {
  const { told, shown } = begin();
  shown.getState().show('s1')();
  expect(told.at(-1)).toEqual([true, null]);
});

test('while it is focused it is told again every 30 s; else it is forgotten', () => {
  const { told, turn } = begin();
  vi.advanceTimersByTime(90_000);
  expect(told).toHaveLength(4);
  turn('blur', { focus: false });
  vi.advanceTimersByTime(300_000);
  expect(told).toHaveLength(5);
});

test('a host that comes back is told again; one that does not let us in is left alone', () => {
  const { told, link } = begin('opening');
  link.set('up');
  link.set('down');
  link.set('up');
  expect(told).toHaveLength(3);
  link.set('locked');
  vi.advanceTimersByTime(120_000);
  expect(told).toHaveLength(3);
});
