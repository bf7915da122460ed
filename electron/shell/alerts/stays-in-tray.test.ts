import { describe, expect, it } from 'vitest';
import { fakeEvents } from '../testing.ts';
import { shellEn } from '../words/en.ts';
import { createTrayHint, type TrayHint, trayHint } from './stays-in-tray.ts';

function setUp(isSupported: boolean) {
  const { on, emit } = fakeEvents();
  const told: unknown[] = [];
  class FakeNotification {
    static isSupported = () => isSupported;
    on = on;
    id = '';
    close = () => {};
    show = () => void told.push('show');
    constructor({ title, body }: Electron.NotificationConstructorOptions) {
      told.push(title, body);
    }
  }
  createTrayHint({
    Notification: FakeNotification satisfies TrayHint['Notification'],
    dialog: {
      showMessageBox: async (...args: unknown[]) => {
        told.push((args.at(-1) as Electron.MessageBoxOptions).detail);
        return { response: 0, checkboxChecked: false };
      },
    } satisfies TrayHint['dialog'],
    grant: (wish) => void told.push(wish),
    platform: 'linux',
    words: () => shellEn,
  })();
  return { told, emit };
}

const hint = trayHint('linux', shellEn);

describe('that it keeps running', () => {
  it('is told as a notification, which brings the window back', () => {
    const { told, emit } = setUp(true);
    expect(told).toEqual(['Greenroom keeps running', hint, 'show']);
    emit('click', {});
    expect(told.slice(3)).toEqual([{ do: 'show' }]);
  });

  it('is told as a dialog where there are none, or it failed', () => {
    expect(setUp(false).told).toEqual([hint]);
    const { told, emit } = setUp(true);
    emit('failed', {}, 'No.');
    expect(told.slice(3)).toEqual([hint]);
  });

  it('is told with the way back of each system', () => {
    expect(trayHint('darwin', shellEn)).toContain('menu bar');
    expect(trayHint('win32', shellEn)).toContain('taskbar');
    expect(trayHint('linux', shellEn)).toContain('start Greenroom once more');
  });
});
