/**
 * Desktop entries, by https://specifications.freedesktop.org/desktop-entry/latest/. Only what an autostart entry needs.
 */

/** `key=value` lines under one heading. Booleans are written as `true` and `false`. */
export function writeDesktopFile(entry: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entry).map(([key, value]) => `${key}=${escapeValue(value)}`);
  return `[Desktop Entry]\n${lines.join('\n')}\n`;
}

/** The values under `[Desktop Entry]`, without translations; the first of equal keys counts. Never throws. */
export function readDesktopFile(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let isOurs = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) isOurs = line.trim() === '[Desktop Entry]';
    const [, key, value] = /^([A-Za-z0-9-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (isOurs && key !== undefined && !values.has(key)) values.set(key, unescapeValue(value ?? ''));
  }
  return values;
}

/**
 * A command line for the key `Exec`, each argument in quotes. A literal percent sign is doubled, since `%u` and the like
 * are placeholders. `writeDesktopFile` escapes the backslashes once more, as the specification wants it.
 */
export function execLine(command: readonly string[]): string {
  return command
    .map((argument) => `"${argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`)
    .join(' ');
}

const escapes = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' } as const;

function escapeValue(value: string): string {
  // A space at the beginning would be taken for one before the value.
  return value.replace(/[\\\n\t\r]/g, (one) => escapes[one as keyof typeof escapes]).replace(/^ /, '\\s');
}

const meant = new Map([
  ['s', ' '],
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
]);

function unescapeValue(value: string): string {
  return value.replace(/\\(.)/g, (whole, one: string) => meant.get(one) ?? whole);
}
