import type { NamedRole, ShellWords } from './words.ts';

/** Items that the system knows by their role. Electron's own names for them are English. */
export function roleItems({ menu: { roles } }: ShellWords) {
  return (role: NamedRole): Electron.MenuItemConstructorOptions => {
    const label = roles[role];
    return label === undefined ? { role } : { role, label };
  };
}
