import { expect, it } from 'vitest';
import { oneWindow } from './one-window.ts';

function setUp() {
  const told: string[] = [];
  const state = { destroyed: false, minimized: false };
  const show = oneWindow(() => {
    told.push('open');
    state.destroyed = false;
    return {
      isDestroyed: () => state.destroyed,
      isMinimized: () => state.minimized,
      restore: () => void told.push('restore'),
      show: () => void told.push('show'),
      focus: () => void told.push('focus'),
    } satisfies Pick<Electron.BrowserWindow, 'isDestroyed' | 'isMinimized' | 'restore' | 'show' | 'focus'>;
  });
  return { told, state, show };
}

it('opens once and comes to the front from then on', () => {
  const { told, show } = setUp();
  show();
  show();
  expect(told).toEqual(['open', 'show', 'focus']);
});

it('comes back from the dock', () => {
  const { told, state, show } = setUp();
  show();
  state.minimized = true;
  show();
  expect(told).toEqual(['open', 'restore', 'show', 'focus']);
});

it('opens anew after it was closed', () => {
  const { told, state, show } = setUp();
  show();
  state.destroyed = true;
  show();
  expect(told).toEqual(['open', 'open']);
});
