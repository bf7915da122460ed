import { createStore } from 'zustand/vanilla';
import type { WireError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Call } from './call.ts';

export interface SettingsState {
  /** Null until first heard. */
  settings: Settings | null;
  error: WireError | null;
  load(): Promise<void>;
  apply(settings: Settings): void;
  /** Shown and saved at once; where the core refuses it, taken back with its error. */
  save(patch: Partial<Settings>): Promise<WireError | null>;
}

export type SettingsStore = ReturnType<typeof createSettingsStore>;

export function createSettingsStore(call: Call) {
  return createStore<SettingsState>()((set, get) => ({
    settings: null,
    error: null,
    async load() {
      const before = get().settings;
      const reply = await call('settings.get', {});
      // What was pushed meanwhile is newer than the answer.
      if (reply.ok && get().settings !== before) return set({ error: null });
      set(reply.ok ? { settings: reply.value, error: null } : { error: reply.error });
    },
    apply: (settings) => set({ settings }),
    async save(patch) {
      const before = get().settings;
      if (before) set({ settings: { ...before, ...patch } });
      const reply = await call('settings.set', patch);
      if (!reply.ok) {
        set({ settings: before });
        return reply.error;
      }
      set({ settings: reply.value });
      return null;
    },
  }));
}
