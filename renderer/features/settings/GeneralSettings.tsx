import { useStore } from 'zustand';
import type { Settings } from '../../../shared/settings.ts';
import { useStores } from '../../stores/context.ts';
import { byteSize } from '../../text/bytes.ts';
import { settings as words } from '../../words/settings.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { NumberField } from './NumberField.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';
import { WayInLink } from './WayInLink.tsx';

export function GeneralSettings({ settings }: { settings: Settings }) {
  const used = useStore(useStores().status, (state) => state.status?.store.bytes ?? 0);
  return (
    <>
      <section aria-labelledby="look">
        <h2 id="look">{words.look}</h2>
        <ThemeChoice theme={settings.theme} />
        <LanguageChoice language={settings.language} />
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
    </>
  );
}
