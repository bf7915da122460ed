import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { assertNever } from '../../../shared/errors.ts';
import type { Settings } from '../../../shared/settings.ts';
import { useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { AlertsSettings } from '../alerts/AlertsSettings.tsx';
import { Decisions } from '../alerts/Decisions.tsx';
import { ThisComputer } from '../computer/ThisComputer.tsx';
import { AboutHost } from './AboutHost.tsx';
import { GeneralSettings } from './GeneralSettings.tsx';
import { SettingsNav } from './SettingsNav.tsx';
import { type Section, settingsPlace } from './sections.ts';
import './settings.css';

/** Each setting is saved as soon as it is changed. */
export function SettingsScreen({ id }: { id: string | null }) {
  const stores = useStores();
  const { settings, error, load } = useStore(stores.settings);
  const status = useStore(stores.status, (state) => state.status);
  const isDesktop = status?.desktop !== undefined;
  // Until it is known which host this is, nobody is led away from where they were.
  const { section, heading } = settingsPlace(id, isDesktop || status === null);
  const isReady = settings !== null;
  const content = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another section begins at its top
  useEffect(() => {
    if (!isReady) return;
    const box = content.current;
    const target = heading ? box?.querySelector(`#${CSS.escape(heading)}`) : null;
    if (target) target.scrollIntoView({ block: 'start' });
    else box?.scrollTo({ top: 0 });
  }, [section, heading, isReady]);

  return (
    <div className="settings">
      <SettingsNav section={section} isDesktop={isDesktop} />
      <div ref={content} className="settings-content">
        {settings ? (
          <SectionView section={section} settings={settings} />
        ) : error ? (
          <Failure error={error} onRetry={load} />
        ) : (
          <Loading />
        )}
      </div>
    </div>
  );
}

function SectionView({ section, settings }: { section: Section; settings: Settings }) {
  switch (section) {
    case 'general':
      return <GeneralSettings settings={settings} />;
    case 'alerts':
      return <AlertsSettings settings={settings} />;
    case 'why':
      return <Decisions />;
    case 'computer':
      return <ThisComputer settings={settings} />;
    case 'about':
      return <AboutHost />;
    default:
      return assertNever(section);
  }
}
