import type { Settings } from '../../../shared/settings.ts';
import { routeHash } from '../../stores/route-store.ts';
import { alerts as words } from '../../words/alerts.ts';
import { AlertsState } from './AlertsState.tsx';
import { ChatChoice } from './ChatChoice.tsx';
import { MutedList } from './MutedList.tsx';
import { PauseAlerts } from './PauseAlerts.tsx';
import { QuietHours } from './QuietHours.tsx';
import { Topics } from './Topics.tsx';
import './alerts.css';

/** What is told, when it is not, and whether it is shown. */
export function AlertsSettings({ settings }: { settings: Settings }) {
  return (
    <>
      <section aria-labelledby="what">
        <h2 id="what">{words.what}</h2>
        <Topics settings={settings} />
        <ChatChoice settings={settings} />
        <p className="quiet">{words.trouble}</p>
      </section>
      <section aria-labelledby="when">
        <h2 id="when">{words.when}</h2>
        <PauseAlerts pausedUntil={settings.pausedUntil} />
        <QuietHours hours={settings.quietHours} />
      </section>
      <section aria-labelledby="muted">
        <h2 id="muted">{words.muted}</h2>
        <MutedList />
      </section>
      <section aria-labelledby="shown">
        <h2 id="shown">{words.shown}</h2>
        <AlertsState />
        <p>
          {words.why} <a href={routeHash('settings', 'why')}>{words.whyLink}</a>
        </p>
      </section>
    </>
  );
}
