import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { byteSize } from '../../text/bytes.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { settings as words } from '../../words/settings.ts';
import { AboutHost } from './AboutHost.tsx';
import { NumberField } from './NumberField.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';
import { WayInLink } from './WayInLink.tsx';
import './settings.css';

/** Each setting is saved as soon as it is changed. */
export function SettingsScreen() {
  const stores = useStores();
  const { settings, error, load } = useStore(stores.settings);
  const used = useStore(stores.status, (state) => state.status?.store.bytes ?? 0);

  if (!settings) return error ? <Failure error={error} onRetry={load} /> : <Loading />;
  return (
    <div className="settings">
      <section aria-labelledby="look">
        <h2 id="look">{words.look}</h2>
        <ThemeChoice theme={settings.theme} />
      </section>
      <section aria-labelledby="keeping">
        <h2 id="keeping">{words.keeping}</h2>
        <NumberField
          name="retentionDays"
          value={settings.retentionDays}
          label={words.retentionDays}
          hint={words.retentionDaysHint}
          unit={words.days}
        />
        <NumberField
          name="retentionBytes"
          value={settings.retentionBytes}
          label={words.retentionBytes}
          hint={words.retentionBytesHint(byteSize(used))}
          unit={words.mib}
        />
      </section>
      <section aria-labelledby="receiving">
        <h2 id="receiving">{words.receiving}</h2>
        <NumberField
          name="sessionQuietMinutes"
          value={settings.sessionQuietMinutes}
          label={words.quiet}
          hint={words.quietHint}
          unit={words.minutes}
        />
        <NumberField
          name="maxBodyBytes"
          value={settings.maxBodyBytes}
          label={words.maxBody}
          hint={words.maxBodyHint}
          unit={words.kib}
        />
      </section>
      <WayInLink provider={settings.tunnel} />
      <AboutHost />
    </div>
  );
}
