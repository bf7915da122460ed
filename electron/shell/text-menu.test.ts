import { expect, test } from 'vitest';
import { fakeEvents } from './testing.ts';
import { bindTextMenu, textMenu } from './text-menu.ts';
import { shellDe } from './words/de.ts';
import { shellEn } from './words/en.ts';

const editFlags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true } as Electron.EditFlags;
const nothing = { isEditable: false, selectionText: '', editFlags };

test('a field has what fields have, as far as it can be done now', () => {
  expect(textMenu({ ...nothing, isEditable: true }, shellEn)).toEqual([
    { role: 'cut', enabled: true },
    { role: 'copy', enabled: true },
    { role: 'paste', enabled: false },
    { type: 'separator' },
    { role: 'selectAll', enabled: true },
  ]);
});

test.each([
  [' \n', []],
  ['a word', [{ role: 'copy' }]],
])('%j selected: %j', (selectionText, menu) =>
  expect(textMenu({ ...nothing, selectionText }, shellEn)).toEqual(menu),
);

test('in German', () => {
  expect(textMenu({ ...nothing, selectionText: 'ein Wort' }, shellDe)).toEqual([
    { role: 'copy', label: 'Kopieren' },
  ]);
});

test('it pops up where there is something to do, and only there', () => {
  const { on, emit } = fakeEvents();
  const shown: unknown[] = [];
  bindTextMenu(
    { on } satisfies Pick<Electron.WebContents, 'on'>,
    {
      buildFromTemplate: (template) =>
        ({ popup: () => void shown.push(template) }) as unknown as Electron.Menu,
    } satisfies Pick<typeof Electron.Menu, 'buildFromTemplate'>,
    () => shellEn,
  );
  emit('context-menu', {}, nothing);
  emit('context-menu', {}, { ...nothing, selectionText: 'a word' });
  expect(shown).toEqual([[{ role: 'copy' }]]);
});
