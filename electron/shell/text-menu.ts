import { roleItems } from './words/role-items.ts';
import type { ShellWords } from './words/words.ts';

type Contents = Pick<Electron.WebContents, 'on'>;
type Params = Pick<Electron.ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/**
 * Electron shows no menu of its own. For selected text and fields it is this one; what the page has a menu for it takes
 * itself, and then nothing comes here. https://www.electronjs.org/docs/latest/tutorial/context-menu
 */
export function bindTextMenu(
  contents: Contents,
  Menu: Pick<typeof Electron.Menu, 'buildFromTemplate'>,
  words: () => ShellWords,
): void {
  contents.on('context-menu', (_, params) => {
    const template = textMenu(params, words());
    if (template.length > 0) Menu.buildFromTemplate(template).popup();
  });
}

/** Empty where there is nothing to do. */
export function textMenu(
  { isEditable, selectionText, editFlags }: Params,
  words: ShellWords,
): Electron.MenuItemConstructorOptions[] {
  const item = roleItems(words);
  if (isEditable) {
    return [
      { ...item('cut'), enabled: editFlags.canCut },
      { ...item('copy'), enabled: editFlags.canCopy },
      { ...item('paste'), enabled: editFlags.canPaste },
      { type: 'separator' },
      { ...item('selectAll'), enabled: editFlags.canSelectAll },
    ];
  }
  return selectionText.trim() === '' ? [] : [item('copy')];
}
