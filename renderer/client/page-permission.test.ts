import { expect, test } from 'vitest';
import { createPagePermission, type PermissionWindow } from './page-permission.ts';

function aWindow(first: NotificationPermission, { canQuery = true } = {}) {
  const status = new EventTarget();
  let state = first;
  let focused = () => {};
  const asked: string[] = [];
  const page: PermissionWindow = {
    Notification: {
      get permission() {
        return state;
      },
      async requestPermission() {
        asked.push('asked');
        state = 'granted';
        return state;
      },
    },
    navigator: {
      permissions: {
        query: async () => {
          if (!canQuery) throw new TypeError('not a name');
          return status as PermissionStatus;
        },
      },
    },
    addEventListener(_, fn) {
      focused = fn;
    },
  };
  const become = (next: NotificationPermission) => {
    state = next;
  };
  return {
    page,
    asked,
    become,
    focus: () => focused(),
    change: () => status.dispatchEvent(new Event('change')),
  };
}

function follow(page: PermissionWindow) {
  const permission = createPagePermission(page);
  const seen: string[] = [];
  permission.subscribe(() => seen.push(permission.get()));
  return { permission, seen };
}

test('it asks only when told to, and says what was answered', async () => {
  const { page, asked } = aWindow('default');
  const { permission, seen } = follow(page);
  expect([permission.get(), asked]).toEqual(['default', []]);
  await permission.ask();
  expect([permission.get(), asked, seen]).toEqual(['granted', ['asked'], ['granted']]);
});

test('what changes while it runs is noticed by the event, the focus or the next look, and told once', async () => {
  const { page, become, change, focus } = aWindow('granted');
  const { permission, seen } = follow(page);
  await Promise.resolve();
  become('denied');
  change();
  change();
  become('granted');
  focus();
  become('default');
  expect(permission.check()).toBe('default');
  expect(seen).toEqual(['denied', 'granted', 'default']);
});

test('a browser that cannot be asked for changes is followed all the same', async () => {
  const { page, become, focus } = aWindow('granted', { canQuery: false });
  const { seen } = follow(page);
  await new Promise((resolve) => setImmediate(resolve));
  become('denied');
  focus();
  expect(seen).toEqual(['denied']);
});

test('a browser without notifications has none to allow', async () => {
  const { permission } = follow({ navigator: {}, addEventListener: () => undefined });
  await permission.ask();
  expect(permission.get()).toBe('unsupported');
});
