import { expect, test } from 'vitest';
import { menuTemplate } from './menu-template.ts';
import { clickOn } from './testing-icon.ts';
import type { TrayAction } from './tray-model.ts';

test('a menu as Electron takes it', () => {
  const done: TrayAction[] = [];
  const template = menuTemplate(
    [
      { is: 'words', label: 'R&D && more_or_less' },
      { is: 'separator' },
      { is: 'action', label: 'Joined Tom & Jerry', action: { do: 'show' } },
      {
        is: 'submenu',
        label: 'Pause',
        items: [{ is: 'action', label: 'For 1 hour', action: { do: 'pause', pause: 'hour' } }],
      },
    ],
    (action) => void done.push(action),
  );
  const click = expect.any(Function);
  expect(template).toEqual([
    { label: 'R&&D &&&& more_or_less', enabled: false },
    { type: 'separator' },
    { label: 'Joined Tom && Jerry', click },
    { label: 'Pause', submenu: [{ label: 'For 1 hour', click }] },
  ]);

  const submenu = (template[3]?.submenu ?? []) as typeof template;
  for (const item of [template[2], submenu[0]]) clickOn(item);
  expect(done).toEqual([{ do: 'show' }, { do: 'pause', pause: 'hour' }]);
});
