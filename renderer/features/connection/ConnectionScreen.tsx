import { useRef } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { connection as words } from '../../words/connection.ts';
import { Headline } from './Headline.tsx';
import { OnQuit } from './OnQuit.tsx';
import { useKnown } from './use-known.ts';
import { Way } from './Way.tsx';
import { WayInForm } from './WayInForm.tsx';
import './connection.css';

/** The way of a delivery as a whole: how it stands, where it breaks first, and how it is chosen. */
export function ConnectionScreen() {
  const stores = useStores();
  const { settings, error, load } = useStore(stores.settings);
  const tunnels = useStore(stores.tunnels);
  const { status, isOverridden } = useKnown();
  const form = useRef<HTMLElement>(null);

  const titleOf = (provider: string) =>
    tunnels.providers.find(({ id }) => id === provider)?.title ?? provider;
  const toForm = () => {
    form.current?.scrollIntoView({ block: 'start' });
    const find = (what: string) => form.current?.querySelector<HTMLElement>(what);
    (find('input[type="password"]') ?? find('input:checked'))?.focus();
  };
  return (
    <div className="connection">
      <Headline onChoose={toForm} />
      <Way />
      <section ref={form} aria-labelledby="way-in">
        <h2 id="way-in">{words.choose}</h2>
        <p className="quiet">{words.chooseHint}</p>
        {settings && status && isOverridden && (
          <p className="hint-line">
            <span className="mark" data-mark="gap" aria-hidden="true" />
            {words.overridden(titleOf(status.tunnel.provider), titleOf(settings.tunnel))}
          </p>
        )}
        {settings && tunnels.providers.length > 0 && (
          <WayInForm settings={settings} providers={tunnels.providers} />
        )}
        {!settings && (error ? <Failure error={error} onRetry={load} /> : <Loading />)}
        {tunnels.error && <Failure error={tunnels.error} onRetry={tunnels.load} />}
      </section>
      {settings && (
        <section aria-labelledby="on-quit">
          <h2 id="on-quit">{words.quit}</h2>
          <p className="quiet">{words.quitHint}</p>
          <OnQuit value={settings.registrationsOnQuit} />
        </section>
      )}
    </div>
  );
}
