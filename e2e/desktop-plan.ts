import { findElectron } from '../scripts/get-electron.mjs';
import { planStart } from '../scripts/start-plan.mjs';

/** Why the desktop app cannot run on this machine; undefined where it can. */
export function desktopMissing(): string | undefined {
  const { platform, env } = process;
  const plan = planStart({
    platform,
    env,
    uid: process.getuid?.(),
    hasElectron: findElectron() !== undefined,
  });
  if (plan.do === 'browser') return `${plan.because}.`;
  if (plan.do === 'fetch') return 'The Electron runtime is not on this machine; `npm start` fetches it.';
  return undefined;
}
