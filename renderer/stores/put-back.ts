import type { Mute } from '../../shared/alerts.ts';
import type { WireError } from '../../shared/errors.ts';
import type { SettingsStore } from './settings-store.ts';

/** Watches a word again, beside what is watched by now. Resolves with the error, if there was one. */
export async function putWordBack(settings: SettingsStore, word: string): Promise<WireError | null> {
  const known = settings.getState().settings?.watchedWords ?? [];
  if (known.includes(word)) return null;
  return settings.getState().save({ watchedWords: [...known, word] });
}

/** Mutes again what was unmuted. */
export async function muteAgain(settings: SettingsStore, one: Mute): Promise<WireError | null> {
  const muted = settings.getState().settings?.muted ?? [];
  if (muted.some(({ kind, id }) => kind === one.kind && id === one.id)) return null;
  return settings.getState().save({ muted: [...muted, one] });
}
