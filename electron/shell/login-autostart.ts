import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { writeFileAtomically } from '../core/files/atomic-file.ts';
import { execLine, readDesktopFile, writeDesktopFile } from './desktop-file.ts';
import type { Login } from './login.ts';

const elsewhere = 'What starts at login is another copy of Greenroom. Turn it on to start this one.';
const hidden = 'The desktop holds it back: it is turned off in its startup settings.';

/**
 * An entry in the folder whose entries each desktop starts.
 * https://specifications.freedesktop.org/autostart-spec/latest/
 * @param file absolute
 * @param command the program, absolute, and its arguments
 */
export function autostart(file: string, command: readonly string[]): Login {
  const exec = execLine(command);
  return {
    status() {
      const entry = readIfThere(file);
      if (!entry) return { state: 'off' };
      // A desktop that lets its user turn entries off marks them so.
      if (entry.get('Hidden') === 'true' || entry.get('X-GNOME-Autostart-enabled') === 'false') {
        return { state: 'off', reason: hidden };
      }
      return entry.get('Exec') === exec ? { state: 'on' } : { state: 'off', reason: elsewhere };
    },
    set(on) {
      try {
        if (!on) {
          rmSync(file, { force: true });
          return;
        }
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileAtomically(file, entryOf(exec));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new AppError('not_available', `The entry that starts Greenroom cannot be kept: ${code}.`, {
          cause: error,
        });
      }
    },
  };
}

function entryOf(exec: string): string {
  return writeDesktopFile({
    Type: 'Application',
    Name: 'Greenroom',
    Comment: 'Receives what happens around your avatars',
    Exec: exec,
    Icon: 'greenroom',
    Terminal: 'false',
    'X-GNOME-Autostart-enabled': 'true',
  });
}

/** A file that cannot be read counts as none: what the desktop cannot read, it does not start. */
function readIfThere(file: string): ReadonlyMap<string, string> | undefined {
  try {
    return readDesktopFile(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
