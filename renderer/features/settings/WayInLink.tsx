import { useStore } from 'zustand';
import type { TunnelProvider } from '../../../shared/tunnels.ts';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { settings as words } from '../../words/settings.ts';

/** How the internet reaches this computer has a screen of its own. */
export function WayInLink({ provider }: { provider: TunnelProvider }) {
  const providers = useStore(useStores().tunnels, (state) => state.providers);
  const title = providers.find(({ id }) => id === provider)?.title ?? provider;
  return (
    <section aria-labelledby="way-in-setting">
      <h2 id="way-in-setting">{words.connection}</h2>
      <div className="setting">
        <span className="setting-label">{words.wayIn}</span>
        <span>
          {title} · <a href={routeHash('connection')}>{words.openConnection}</a>
        </span>
      </div>
    </section>
  );
}
