import { describe, expect, it } from 'vitest';
import { denyPermissions, isGiven, type PermissionSession } from './permissions.ts';

type Request = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>;
type Check = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;
type Device = NonNullable<Parameters<Electron.Session['setDevicePermissionHandler']>[0]>;
type Permission = Parameters<Request>[1];

const own = 'app://greenroom/';

function setUp() {
  let request: Request | null = null;
  let check: Check | null = null;
  let device: Device | null = null;
  denyPermissions({
    setPermissionRequestHandler: (handler) => {
      request = handler;
    },
    setPermissionCheckHandler: (handler) => {
      check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      device = handler;
    },
  } satisfies PermissionSession);

  const ask = (permission: Permission, requestingUrl: string, isMainFrame = true) => {
    let answer: boolean | undefined;
    const details: Electron.PermissionRequest = { requestingUrl, isMainFrame };
    request?.(
      undefined as unknown as Electron.WebContents,
      permission,
      (given) => {
        answer = given;
      },
      details,
    );
    return answer;
  };
  const checked = (permission: Parameters<Check>[1], origin: string, isMainFrame = true) =>
    check?.(null, permission, origin, { isMainFrame } as Electron.PermissionCheckHandlerHandlerDetails);
  return { ask, checked, device: () => device?.({} as Electron.DevicePermissionHandlerHandlerDetails) };
}

const denied = [
  'clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'media',
  'midi',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'unknown',
  'usb',
  'window-management',
] as const satisfies Permission[];

describe('both ways to a permission', () => {
  it('let the page write text to the clipboard', () => {
    const { ask, checked } = setUp();
    expect(ask('clipboard-sanitized-write', own)).toBe(true);
    expect(checked('clipboard-sanitized-write', own)).toBe(true);
  });

  it.each(denied)('deny %s', (permission) => {
    const { ask, checked } = setUp();
    expect(ask(permission, own)).toBe(false);
    expect(checked(permission, own)).toBe(false);
  });

  it.each(['https://example.org/', 'app://other/', 'file:///', 'about:blank', ''])(
    'deny all to %j',
    (address) => {
      const { ask, checked } = setUp();
      expect(ask('clipboard-sanitized-write', address)).toBe(false);
      expect(checked('clipboard-sanitized-write', address)).toBe(false);
    },
  );

  it('deny all to frames', () => {
    const { ask, checked } = setUp();
    expect(ask('clipboard-sanitized-write', own, false)).toBe(false);
    expect(checked('clipboard-sanitized-write', own, false)).toBe(false);
  });
});

it('no device is ever given', () => expect(setUp().device()).toBe(false));

it('a permission that Electron learns later is denied', () => expect(isGiven('telepathy', own)).toBe(false));
