import { posix } from 'node:path';

/**
 * The file of the AppImage that this process came from; undefined where it came from none. A program inherits the
 * variables of whatever AppImage it was started from, such as a terminal's: they are ours only if we run from the place
 * that they name. https://docs.appimage.org/packaging-guide/environment-variables.html
 */
export function ownAppImage(
  env: Readonly<Record<string, string | undefined>>,
  execPath: string,
): string | undefined {
  const { APPIMAGE: file, APPDIR: mounted } = env;
  if (file === undefined || mounted === undefined || !posix.isAbsolute(file) || !posix.isAbsolute(mounted))
    return undefined;
  return execPath.startsWith(posix.join(mounted, '/')) ? file : undefined;
}
