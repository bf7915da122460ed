import { expect, test } from 'vitest';
import { fakeEvents, preventable } from './testing.ts';
import { bindZoomKeys, zoomFor } from './zoom-keys.ts';

const press = { type: 'keyDown' as const, key: '+', control: true, alt: false, meta: false };

test.each([
  [{}, 0, 0.5],
  [{ key: '=' }, 0.5, 1],
  [{ key: '-' }, 0, -0.5],
  [{ key: '_' }, 0, -0.5],
  [{ key: '0' }, 3, 0],
  [{}, 6, 6],
  [{ key: '-' }, -4, -4],
  [{ key: 'a' }, 0, undefined],
  [{ control: false }, 0, undefined],
  [{ alt: true }, 0, undefined],
  [{ meta: true }, 0, undefined],
  [{ type: 'keyUp' as const }, 0, undefined],
])('%j at %d: %s', (input, level, wanted) => expect(zoomFor({ ...press, ...input }, level)).toBe(wanted));

function fakeContents() {
  const { on, emit } = fakeEvents();
  const levels: number[] = [];
  const contents = {
    on,
    getZoomLevel: () => levels.at(-1) ?? 0,
    setZoomLevel: (level) => void levels.push(level),
  } satisfies Pick<Electron.WebContents, 'on' | 'getZoomLevel' | 'setZoomLevel'>;
  return { contents, emit, levels };
}

test('the page does not hear a key that zooms, and hears all others', () => {
  const { contents, emit, levels } = fakeContents();
  bindZoomKeys(contents, 'win32');
  const [zooms, other] = [preventable({}), preventable({})];
  emit('before-input-event', zooms, press);
  emit('before-input-event', other, { ...press, key: 'k' });
  expect([zooms.defaultPrevented, other.defaultPrevented, levels]).toEqual([true, false, [0.5]]);
});

test('on macOS the menu does it', () => {
  const { contents, emit, levels } = fakeContents();
  bindZoomKeys(contents, 'darwin');
  emit('before-input-event', preventable({}), press);
  expect(levels).toEqual([]);
});
