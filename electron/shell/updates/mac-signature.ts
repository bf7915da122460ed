import { execFile } from 'node:child_process';

/**
 * Whether macOS would take a newer version for this app: Squirrel.Mac wants both to be signed by one developer, and a
 * copy that is signed ad hoc, or not at all, is by nobody. https://www.electronjs.org/docs/latest/api/auto-updater#macos
 * @param described what `codesign --display --verbose` says of the app
 */
export function isSignedByDeveloper(described: string): boolean {
  return !/^Signature=adhoc$|code object is not signed at all/m.test(described);
}

/** What the system says of the signature; empty where it cannot be asked. */
export function describeSignature(execPath: string): Promise<string> {
  return new Promise((resolve) => {
    const args = ['--display', '--verbose=2', execPath];
    // It describes on stderr, and fails where there is no signature.
    execFile('/usr/bin/codesign', args, { timeout: 10_000 }, (_error, _stdout, stderr) => resolve(stderr));
  });
}
