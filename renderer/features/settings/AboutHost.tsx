import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { settings as words } from '../../words/settings.ts';

/** Where things are on this computer, as the host tells. */
export function AboutHost() {
  const status = useStore(useStores().status, (state) => state.status);
  if (!status) return null;
  const { secrets, counters } = status;
  const counted = (Object.keys(words.counters) as (keyof typeof words.counters)[]).filter(
    (name) => counters[name] > 0,
  );
  return (
    <section aria-labelledby="here">
      <h2 id="here">{words.here}</h2>
      <dl className="facts">
        <div>
          <dt>{words.secrets}</dt>
          <dd className="kept-by">
            {secrets.state === 'ready' ? (
              secrets.keptBy
            ) : (
              <span className="problem">
                {words.secretsUnavailable}
                {secrets.reason && `: ${secrets.reason}`}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.folder}</dt>
          <dd className="command">
            <code>{status.dataDir}</code>
            <CopyButton bare label={words.copyFolder} text={() => status.dataDir} />
          </dd>
        </div>
        <div>
          <dt>{words.receiver}</dt>
          <dd>
            <code>{status.receiver.url}</code>
          </dd>
        </div>
        {counted.length > 0 && (
          <div>
            <dt>{words.notKept}</dt>
            <dd>{counted.map((name) => `${counters[name]} ${words.counters[name]}`).join(' · ')}</dd>
          </div>
        )}
        <div>
          <dt>{words.version}</dt>
          <dd>{status.version}</dd>
        </div>
      </dl>
    </section>
  );
}
