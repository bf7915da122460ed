import { useStore } from 'zustand';
import type { Settings } from '../../../shared/settings.ts';
import { useStores } from '../../stores/context.ts';
import { desktop as words } from '../../words/desktop.ts';
import { StartAtLogin } from './StartAtLogin.tsx';
import { Updates } from './Updates.tsx';
import './computer.css';

/** What only the desktop app can: start by itself, and become a newer version of itself. */
export function ThisComputer({ settings }: { settings: Settings }) {
  const status = useStore(useStores().status, (state) => state.status);
  if (!status?.desktop) return null;
  const { login, update } = status.desktop;
  return (
    <>
      <section aria-labelledby="start">
        <h2 id="start">{words.start}</h2>
        <StartAtLogin login={login} />
      </section>
      <section aria-labelledby="updates">
        <h2 id="updates">{words.updates}</h2>
        <Updates update={update} version={status.version} isAutomatic={settings.checkForUpdates} />
      </section>
    </>
  );
}
