type Contents = Pick<Electron.WebContents, 'on'>;
type Params = Pick<Electron.ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/**
 * Electron shows no menu of its own. For selected text and fields it is this one; what the page has a menu for it takes
 * itself, and then nothing comes here. https://www.electronjs.org/docs/latest/tutorial/context-menu
 */
export function bindTextMenu(
  contents: Contents,
  Menu: Pick<typeof Electron.Menu, 'buildFromTemplate'>,
): void {
  contents.on('context-menu', (_, params) => {
    const template = textMenu(params);
    if (template.length > 0) Menu.buildFromTemplate(template).popup();
  });
}

/** Empty where there is nothing to do. */
export function textMenu({
  isEditable,
  selectionText,
  editFlags,
}: Params): Electron.MenuItemConstructorOptions[] {
  if (isEditable) {
    return [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy' }];
}
