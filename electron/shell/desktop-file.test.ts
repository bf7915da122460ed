import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { execLine, readDesktopFile, writeDesktopFile } from './desktop-file.ts';

/** As a desktop reads a line of `Exec`: undoes the quoting, then the percent signs. */
function argumentsOf(line: string): string[] {
  const found: string[] = [];
  for (const [, quoted] of line.matchAll(/"((?:[^"\\]|\\.)*)"(?: |$)/gs)) {
    found.push((quoted ?? '').replace(/\\(["`$\\])/g, '$1').replaceAll('%%', '%'));
  }
  return found;
}

const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...'"`$\\% \t\n\'&;~*?#()<>|=s'), fc.string({ minLength: 1, maxLength: 1 })),
});

describe('execLine', () => {
  it.each([
    [['/opt/Greenroom/greenroom', '--hidden'], '"/opt/Greenroom/greenroom" "--hidden"'],
    [['/home/a b/Greenroom.AppImage'], '"/home/a b/Greenroom.AppImage"'],
    [['/100%/a'], '"/100%%/a"'],
    [['/$HOME/`id`/"x"\\'], '"/\\$HOME/\\`id\\`/\\"x\\"\\\\"'],
  ])('of %j is %s', (command, line) => expect(execLine(command)).toBe(line));

  it('gives back every command', () => {
    fc.assert(
      fc.property(fc.array(text), (command) => {
        expect(argumentsOf(execLine(command))).toEqual(command);
      }),
    );
  });
});

describe('a desktop file', () => {
  it('is written as the specification wants it', () => {
    expect(writeDesktopFile({ Type: 'Application', Exec: execLine(['/a\\b', '$x']) })).toBe(
      '[Desktop Entry]\nType=Application\nExec="/a\\\\\\\\b" "\\\\$x"\n',
    );
  });

  it('gives back every value', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(readDesktopFile(writeDesktopFile({ Exec: value })).get('Exec')).toBe(value);
      }),
    );
  });

  it('is read as others write it', () => {
    const read = readDesktopFile(
      '# by hand\n[Desktop Entry]\r\nName=Greenroom\r\nName[de]=Grün\nHidden = true\nHidden=false\n[Other]\nExec=no\n',
    );
    expect([...read]).toEqual([
      ['Name', 'Greenroom'],
      ['Hidden', 'true'],
    ]);
  });

  it('that makes no sense is read without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (junk) => void readDesktopFile(junk)));
  });
});
