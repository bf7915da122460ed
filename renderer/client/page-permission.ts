/** `default`: not asked yet. `unsupported`: this browser shows no notifications of pages. */
export type AlertPermission = NotificationPermission | 'unsupported';

/** Whether this browser lets the page show notifications. */
export interface PagePermission {
  get(): AlertPermission;
  /** Looks again: nothing tells reliably when it is taken back. */
  check(): AlertPermission;
  /** The browser asks its user. Only ever from a press of a button. */
  ask(): Promise<void>;
  subscribe(fn: () => void): () => void;
}

/** What we use of a browser's window. */
export interface PermissionWindow {
  Notification?: Pick<typeof Notification, 'permission' | 'requestPermission'>;
  navigator: { permissions?: Pick<Permissions, 'query'> };
  addEventListener(type: 'focus', fn: () => void): void;
}

/** The way back from the browser's settings leads through the window's focus, where no event comes from them. */
export function createPagePermission(page: PermissionWindow): PagePermission {
  const listeners = new Set<() => void>();
  const read = (): AlertPermission => page.Notification?.permission ?? 'unsupported';
  let known = read();

  function check(): AlertPermission {
    const now = read();
    if (now === known) return now;
    known = now;
    for (const fn of listeners) fn();
    return now;
  }

  page.addEventListener('focus', check);
  page.navigator.permissions?.query({ name: 'notifications' }).then(
    (status) => status.addEventListener('change', check),
    // Not every browser can be asked so: then the focus and the next alert have to do.
    () => undefined,
  );
  return {
    get: () => known,
    check,
    async ask() {
      await page.Notification?.requestPermission();
      check();
    },
    subscribe(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
  };
}
