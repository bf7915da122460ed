import { ChartColumn, Inbox, type LucideIcon, MessagesSquare, Radio, Settings, Webhook } from 'lucide-react';
import { routeHash, type Screen, screens } from '../../stores/route-store.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import { common, screenNames } from '../../words/common.ts';
import { useLiveCount } from '../live/use-live-count.ts';
import { PathCard } from './PathCard.tsx';

const icons: Record<(typeof screens)[number], LucideIcon> = {
  live: Radio,
  sessions: MessagesSquare,
  deliveries: Inbox,
  insights: ChartColumn,
  endpoints: Webhook,
  settings: Settings,
};

export function Sidebar({ screen }: { screen: Screen }) {
  const narrow = useNarrow();
  return (
    <aside className="sidebar" aria-label={common.product}>
      <div className="brand">
        <img src="/favicon.svg" alt="" width="22" height="22" />
        {!narrow && common.product}
      </div>
      <nav aria-label={common.screens}>
        {screens.map((name) => {
          const Icon = icons[name];
          return (
            <a
              key={name}
              href={routeHash(name)}
              aria-current={name === screen ? 'page' : undefined}
              title={narrow ? screenNames[name] : undefined}
            >
              <Icon aria-hidden />
              <span className={narrow ? 'unseen' : undefined}>{screenNames[name]}</span>
              {name === 'live' && <LiveCount />}
            </a>
          );
        })}
      </nav>
      <PathCard narrow={narrow} isOpen={screen === 'connection'} />
    </aside>
  );
}

function LiveCount() {
  const count = useLiveCount();
  return count && <b aria-hidden="true">{count}</b>;
}
