import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { useNow } from '../../ui/use-now.ts';
import { common } from '../../words/common.ts';
import { describePath, type Hop, hopNames } from '../../words/path.ts';
import { vendorsHop } from '../connect/vendors-hop.ts';
import './path.css';

const hops = Object.keys(hopNames) as Hop[];

interface Props {
  narrow: boolean;
  /** What it leads to is open. */
  isOpen: boolean;
}

/** The whole way of a delivery, and where it breaks first. It leads to the screen that says more. */
export function PathCard({ narrow, isOpen }: Props) {
  const status = useStore(useStores().status, (state) => state.status);
  const link = useStore(useStores().status, (state) => state.link);
  const vendors = useStore(useStores().endpoints, (state) => vendorsHop(state.endpoints));
  const path = describePath(status, link, useNow(), vendors);
  return (
    <section className={narrow ? 'path-brief' : 'path'} aria-label={common.path} data-tone={path.tone}>
      <a
        href={routeHash('connection')}
        aria-current={isOpen ? 'page' : undefined}
        aria-label={narrow ? `${common.path}: ${path.title}` : undefined}
        title={narrow ? [path.title, path.line].filter(Boolean).join(': ') : undefined}
      >
        {narrow ? (
          hops.map((hop) => <span key={hop} className="hop" data-hop={path.hops[hop]} />)
        ) : (
          <>
            <h2>
              <span role="status">{path.title}</span>
            </h2>
            <ol className="hops">
              {hops.map((hop) => (
                <li key={hop} data-hop={path.hops[hop]}>
                  <span className="hop" data-hop={path.hops[hop]} aria-hidden="true" />
                  {hopNames[hop]}
                </li>
              ))}
            </ol>
            {path.line && <p>{path.line}</p>}
          </>
        )}
      </a>
    </section>
  );
}
