/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {number | undefined} uid absent on Windows
 * @property {boolean} hasElectron whether the runtime is on this machine
 */

/**
 * What `npm start` does here. `fetch`: get the runtime, then the desktop, if that works.
 * @typedef {{ do: 'desktop' } | { do: 'fetch' } | { do: 'browser', because: string }} Plan
 */

/**
 * @param {Machine} machine
 * @returns {Plan}
 */
export function planStart({ platform, env, uid, hasElectron }) {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return { do: 'browser', because: 'This machine has no display' };
  }
  // Electron ends at once here, unless its sandbox is off, and Greenroom does not show strangers' texts without one.
  if (platform === 'linux' && uid === 0) {
    return { do: 'browser', because: 'Electron does not run as root with its sandbox on' };
  }
  return { do: hasElectron ? 'desktop' : 'fetch' };
}

/** As in `electron/shell/exit-code.ts`: the desktop app has told its user why it ended. */
const explained = 3;
/** Signals that ask a program to end, rather than tell that it broke. */
const asked = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGKILL']);
const startup = 15_000;

/**
 * Whether Electron broke before it could show anything: no libraries, no X server behind DISPLAY, no sandbox allowed.
 * @param {{ code: number | null, signal: NodeJS.Signals | null, ranMs: number }} end
 */
export function brokeAtStart({ code, signal, ranMs }) {
  if (ranMs > startup) return false;
  return signal === null ? code !== 0 && code !== explained : !asked.has(signal);
}
