import { type Pause, pauseUntil } from '../../../shared/pause.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Call } from '../../stores/call.ts';
import type { CommandName } from '../../words/find.ts';

/** Settings that a command changes, by its name. */
function settingsOf(name: CommandName, now: Date): Partial<Settings> | undefined {
  const pauses: Partial<Record<CommandName, Pause>> = {
    pauseQuarter: 'quarter',
    pauseHour: 'hour',
    pauseTomorrow: 'tomorrow',
  };
  const pause = pauses[name];
  if (pause) return { pausedUntil: pauseUntil(pause, now) };
  if (name === 'resume') return { pausedUntil: null };
  return name === 'light' || name === 'dark' || name === 'system' ? { theme: name } : undefined;
}

/** @returns whether it was done */
export async function runCommand(name: CommandName, call: Call, showKeys: () => void): Promise<boolean> {
  if (name === 'keys') {
    showKeys();
    return true;
  }
  if (name === 'prove') return (await call('tunnel.retry', {})).ok;
  const patch = settingsOf(name, new Date());
  return patch !== undefined && (await call('settings.set', patch)).ok;
}
