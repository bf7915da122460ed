import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ALERT_SHOWN_MS, type Alert } from '../../shared/alerts.ts';
import { inputs } from '../../shared/contract.ts';
import type { AlertPermission } from './page-permission.ts';
import { createAlertShower, type Shown } from './show-alert.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const alert: Alert = {
  id: 'a1',
  at: '2026-01-01T00:00:00.000Z',
  topic: 'joined',
  title: 'Someone joined',
  body: 'Lobby',
  target: { screen: 'sessions', id: 's1' },
  count: 1,
  urgent: false,
};

class FakeNotification extends EventTarget implements Shown {
  closed = false;
  close() {
    this.closed = true;
  }
}

function begin(permission: AlertPermission = 'granted', refuse = false) {
  const made: { title: string; options: NotificationOptions; notification: FakeNotification }[] = [];
  const outcomes: { alertId: string; shown: boolean; reason?: string | undefined }[] = [];
  const opened: string[] = [];
  const show = createAlertShower({
    permission: { check: () => permission },
    create(title, options) {
      if (refuse) throw new TypeError('Illegal constructor');
      const notification = new FakeNotification();
      made.push({ title, options, notification });
      return notification;
    },
    report: (outcome) => outcomes.push(inputs['alert.outcome'].parse(outcome)),
    open: ({ id }) => opened.push(id),
  });
  const happens = (type: string, n = 0) => made[n]?.notification.dispatchEvent(new Event(type));
  return { show, made, outcomes, opened, happens };
}

test('it is shown under its own id, so that it never stands there twice, and that is told once', () => {
  const { show, made, outcomes, happens } = begin();
  show(alert);
  show({ ...alert, id: 'a2', urgent: true });
  expect(made).toMatchObject([
    { title: alert.title, options: { body: 'Lobby', tag: 'a1', requireInteraction: false } },
    { options: { tag: 'a2', requireInteraction: true } },
  ]);
  happens('show');
  happens('show');
  happens('show', 1);
  vi.advanceTimersByTime(ALERT_SHOWN_MS);
  expect(outcomes).toEqual([
    { alertId: 'a1', shown: true },
    { alertId: 'a2', shown: true },
  ]);
});

test('a press on it leads there and takes it away', () => {
  const { show, made, opened, happens } = begin();
  show(alert);
  happens('show');
  happens('click');
  expect(opened).toEqual(['a1']);
  expect(made[0]?.notification.closed).toBe(true);
});

test.each<[string, () => ReturnType<typeof begin>, (one: ReturnType<typeof begin>) => void]>([
  ['an error', () => begin(), ({ happens }) => happens('error')],
  ['no sign of it in time', () => begin(), () => vi.advanceTimersByTime(ALERT_SHOWN_MS - 1)],
  ['no permission any more', () => begin('denied'), () => undefined],
  ['a browser that shows none of pages', () => begin('granted', true), () => undefined],
])('after %s it counts as not shown, with a reason, before the core stops waiting', (_, make, then) => {
  const one = make();
  one.show(alert);
  then(one);
  one.happens('show');
  vi.advanceTimersByTime(ALERT_SHOWN_MS);
  expect(one.outcomes).toEqual([
    { alertId: 'a1', shown: false, reason: expect.stringMatching(/^The browser .*\.$/) },
  ]);
});
