export interface Power {
  powerMonitor: Pick<Electron.PowerMonitor, 'on'>;
  /** Proves the way in now. */
  check: (why: 'resume') => void;
}

/**
 * Has the way in proved at once where the computer, or its user, comes back.
 *
 * The supervisor of tunnels notices by itself that the clock jumped or the network changed, within five seconds; what
 * the shell adds is the moment itself, and the return to a locked computer, whose network the system may have put to
 * rest. `resume` comes on every system, `unlock-screen` on macOS and Windows, `user-did-become-active` on macOS, where
 * users are switched. `suspend` asks for nothing: what was accepted is on the disk already, and a state that is older
 * than its proof may be is not shown. https://www.electronjs.org/docs/latest/api/power-monitor
 */
export function watchPower({ powerMonitor, check }: Power): void {
  const resumed = () => check('resume');
  powerMonitor.on('resume', resumed);
  powerMonitor.on('unlock-screen', resumed);
  powerMonitor.on('user-did-become-active', resumed);
}
