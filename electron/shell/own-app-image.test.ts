import { expect, test } from 'vitest';
import { ownAppImage } from './own-app-image.ts';

const mine = '/home/me/Greenroom.AppImage';
const mount = '/tmp/.mount_GreenrX1';

test.each([
  ['mounted', { APPIMAGE: mine, APPDIR: mount }, `${mount}/greenroom`, mine],
  ['with a slash at the end', { APPIMAGE: mine, APPDIR: `${mount}/` }, `${mount}/greenroom`, mine],
  ['none', {}, '/opt/Greenroom/greenroom', undefined],
  [
    'started from the AppImage of a terminal',
    { APPIMAGE: '/home/me/Terminal.AppImage', APPDIR: '/tmp/.mount_TerminY2' },
    '/opt/Greenroom/greenroom',
    undefined,
  ],
  ['a neighbour with a longer name', { APPIMAGE: mine, APPDIR: mount }, `${mount}2/greenroom`, undefined],
  ['without its place', { APPIMAGE: mine }, `${mount}/greenroom`, undefined],
  ['a relative path', { APPIMAGE: 'Greenroom.AppImage', APPDIR: mount }, `${mount}/greenroom`, undefined],
])('%s', (_what, env, execPath, file) => expect(ownAppImage(env, execPath)).toBe(file));
