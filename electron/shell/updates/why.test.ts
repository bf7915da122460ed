import { expect, test } from 'vitest';
import { type Copy, whyFailed, whyUnsupported } from './why.ts';

const installed: Copy = {
  isPackaged: true,
  hasFeed: true,
  platform: 'win32',
  appImage: undefined,
  packageType: undefined,
};

test.each<[Partial<Copy>, RegExp | undefined]>([
  [{}, undefined],
  [{ platform: 'darwin' }, undefined],
  [{ isPackaged: false }, /sources/],
  [{ hasFeed: false }, /feed/],
  [{ platform: 'linux' }, /AppImage/],
  [{ platform: 'linux', packageType: 'pacman' }, /AppImage/],
  [{ platform: 'linux', appImage: '/home/me/Greenroom.AppImage' }, undefined],
  [{ platform: 'linux', packageType: 'deb' }, undefined],
  [{ platform: 'linux', packageType: 'rpm' }, undefined],
])('%j', (part, why) => {
  const said = whyUnsupported({ ...installed, ...part });
  if (why) expect(said).toMatch(why);
  else expect(said).toBeUndefined();
});

const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

test.each<[unknown, RegExp]>([
  [new Error('net::ERR_INTERNET_DISCONNECTED'), /cannot be reached/],
  [new Error('net::ERR_NAME_NOT_RESOLVED'), /cannot be reached/],
  [coded('ENOSPC', 'ENOSPC: no space left on device, write'), /disk is full/],
  [coded('ERR_CHECKSUM_MISMATCH', 'sha512 checksum mismatch, expected a, got b'), /damaged/],
  [
    coded('ERR_UPDATER_INVALID_SIGNATURE', 'New version 2.0.0 is not signed by the application owner'),
    /signature/,
  ],
  [new Error('Code signature at URL file:///x did not pass validation'), /signature/],
  [new Error('Cannot update while running on a read-only volume.'), /Applications/],
  [coded('EACCES', 'EACCES: permission denied, unlink'), /Applications/],
  [coded('ERR_UPDATER_NO_PUBLISHED_VERSIONS', 'No published versions on GitHub'), /no release/],
  [Object.assign(new Error('404 Not Found'), { name: 'HttpError', code: 'HTTP_ERROR_404' }), /no release/],
  [coded('ERR_UPDATER_LATEST_VERSION_NOT_FOUND', 'Unable to find latest version on GitHub'), /no release/],
  [new Error('Cannot download "https://example.org/a.exe", status 404: Not Found'), /no release/],
  [new Error('Cannot download "https://example.org/a.exe", status 503: No'), /cannot be reached/],
  [new Error('Request has been aborted by the server'), /cannot be reached/],
  ['nonsense', /not known/],
  [undefined, /not known/],
])('%s', (error, said) => expect(whyFailed(error)).toMatch(said));

test('nothing of the error itself is said', () => {
  const said = whyFailed(
    new Error('net::ERR_FAILED https://user:token@example.org/x?key=secret in /home/me'),
  );
  expect(said).not.toMatch(/secret|token|home|example/);
});
