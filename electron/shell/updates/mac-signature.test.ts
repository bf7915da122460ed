import { expect, test } from 'vitest';
import { describeSignature, isSignedByDeveloper } from './mac-signature.ts';

const beginning =
  'Executable=/Applications/Greenroom.app/Contents/MacOS/Greenroom\nIdentifier=app.greenroom.desktop\n';

test.each([
  [
    'a developer',
    `${beginning}Signature size=9012\nAuthority=Developer ID Application: A\nTeamIdentifier=A1\n`,
    true,
  ],
  [
    'ad hoc',
    `${beginning}CodeDirectory v=20400 flags=0x2(adhoc)\nSignature=adhoc\nTeamIdentifier=not set\n`,
    false,
  ],
  ['nobody', '/Applications/Greenroom.app: code object is not signed at all\n', false],
  ['unknown: it is tried', '', true],
])('signed by %s', (_what, described, isSigned) => expect(isSignedByDeveloper(described)).toBe(isSigned));

test.skipIf(process.platform === 'darwin')('where there is no such program, nothing is said', async () => {
  expect(await describeSignature(process.execPath)).toBe('');
});
