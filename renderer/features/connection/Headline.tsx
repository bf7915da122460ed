import { useStore } from 'zustand';
import { useCall, useStores } from '../../stores/context.ts';
import { newEndpoint, routeHash } from '../../stores/route-store.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useNow } from '../../ui/use-now.ts';
import { connection as words } from '../../words/connection.ts';
import { nextTry } from '../../words/path.ts';
import { type Fix, findFirstBreak } from './first-break.ts';
import { useKnown } from './use-known.ts';

const marks = { good: 'good', calm: 'end', warn: 'gap', bad: 'failed' };

/** The first broken link in words, with the one thing to do about it. */
export function Headline({ onChoose }: { onChoose(): void }) {
  const now = useNow();
  const { title, text, tone, fix, nextTryAt } = findFirstBreak({ ...useKnown(), now });
  return (
    <section className="headline" data-tone={tone}>
      <span className="mark" data-mark={marks[tone]} aria-hidden="true" />
      <div>
        <h2>
          <span role="status">{title}</span>
        </h2>
        {text && <p>{text}</p>}
        {nextTryAt && <p className="quiet">{nextTry(nextTryAt, now)}</p>}
      </div>
      {fix && <FixButton fix={fix} onChoose={onChoose} />}
    </section>
  );
}

function FixButton({ fix, onChoose }: { fix: Fix; onChoose(): void }) {
  const call = useCall();
  const stores = useStores();
  const isOpen = useStore(stores.status, (state) => state.status?.tunnel.publicUrl !== null);
  const { busy, error, run } = useAction();
  const label = fix.do === 'retry' && isOpen ? words.fixes.prove : words.fixes[fix.do];

  const link = linkOf(fix);
  if (link) {
    return (
      <a className="button primary" href={link}>
        {label}
      </a>
    );
  }
  const act = async () => {
    if (fix.do === 'retry') {
      const status = await run(() => call('tunnel.retry', {}));
      if (status) stores.status.getState().apply(status);
    } else if (fix.do === 'register') {
      const endpoint = await run(() => call('endpoint.register', { endpointId: fix.endpointId }));
      if (endpoint) stores.endpoints.getState().apply(endpoint);
    } else onChoose();
  };
  return (
    <>
      <button type="button" className="button primary" disabled={busy} onClick={act}>
        {label}
      </button>
      {error && fix.do === 'retry' && <Failure error={error} here />}
    </>
  );
}

function linkOf(fix: Fix): string | undefined {
  if (fix.do === 'endpoint') return routeHash('endpoints', fix.endpointId);
  if (fix.do === 'create') return routeHash('endpoints', newEndpoint);
  return fix.do === 'settings' ? routeHash('settings') : undefined;
}
