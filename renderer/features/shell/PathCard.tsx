import { useId } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { useNow } from '../../ui/use-now.ts';
import { common } from '../../words/common.ts';
import { describePath, type Hop, hopNames, type PathWords } from '../../words/path.ts';
import './path.css';

const hops = Object.keys(hopNames) as Hop[];

/** The whole way of a delivery, and where it breaks first. Where there is no room, it opens on a press. */
export function PathCard({ narrow }: { narrow: boolean }) {
  const status = useStore(useStores().status, (state) => state.status);
  const link = useStore(useStores().status, (state) => state.link);
  const path = describePath(status, link, useNow());
  const id = useId();

  if (!narrow) {
    return (
      <section className="path" aria-label={common.path} data-tone={path.tone}>
        <PathBody path={path} />
      </section>
    );
  }
  return (
    <section className="path-brief" aria-label={common.path} data-tone={path.tone}>
      <button
        type="button"
        popoverTarget={id}
        title={path.title}
        aria-label={`${common.path}: ${path.title}`}
      >
        {hops.map((hop) => (
          <span key={hop} className="hop" data-hop={path.hops[hop]} />
        ))}
      </button>
      <div id={id} popover="auto" className="path" data-tone={path.tone}>
        <PathBody path={path} />
      </div>
    </section>
  );
}

function PathBody({ path }: { path: PathWords }) {
  return (
    <>
      <h2 role="status">{path.title}</h2>
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
  );
}
