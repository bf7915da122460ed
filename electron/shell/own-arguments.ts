/** Given by what starts the app at login: no window opens. */
export const hiddenFlag = '--hidden';

/** Ours, each with a value. */
const names = ['data-dir', 'receiver-port', 'tunnel', 'tunnel-host', 'public-url', 'ui-port'];

/**
 * Our own options out of a command line that Electron shares: it takes the switches of Chromium, such as
 * `--ozone-platform=x11`, and gets some that the system adds. `--name=value` and `--name value` both count.
 */
export function ownArguments(args: readonly string[]): string[] {
  const own: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const [name, inline] = splitOnce(args[index] ?? '');
    if (!names.includes(name)) continue;
    if (inline !== undefined) own.push(`--${name}=${inline}`);
    // One token each, so that a value is not mistaken for an option; without a value the parser says what is missing.
    else own.push(args[index + 1] === undefined ? `--${name}` : `--${name}=${args[++index]}`);
  }
  return own;
}

/** Whether a command line asks for no window. */
export function isHiddenStart(args: readonly string[]): boolean {
  return args.includes(hiddenFlag);
}

function splitOnce(arg: string): [name: string, value: string | undefined] {
  if (!arg.startsWith('--')) return ['', undefined];
  const at = arg.indexOf('=');
  return at < 0 ? [arg.slice(2), undefined] : [arg.slice(2, at), arg.slice(at + 1)];
}
