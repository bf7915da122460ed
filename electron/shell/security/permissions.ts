import { isOwn } from '../origin.ts';

export type PermissionSession = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** "Copy" buttons write text. Reading the clipboard is another permission, and not given. */
const given: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/**
 * Rule: the page gets no camera, microphone, location, device, notification or anything else that Chromium asks for.
 * Reason: without these handlers Electron says yes to everything. Asking and checking are two ways to the same
 * permission, so that both are answered.
 * https://www.electronjs.org/docs/latest/tutorial/security#5-handle-session-permission-requests-from-remote-content
 */
export function denyPermissions(session: PermissionSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    answer(isMainFrame && isGiven(permission, requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, { isMainFrame }) => {
    return isMainFrame && isGiven(permission, requestingOrigin);
  });
  session.setDevicePermissionHandler(() => false);
}

export function isGiven(permission: string, address: string): boolean {
  return given.has(permission) && isOwn(address);
}
