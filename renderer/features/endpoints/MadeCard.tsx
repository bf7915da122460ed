import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import type { RevealedHeader } from '../../stores/revealed-store.ts';
import { inertLine } from '../../text/inert.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { made as words } from '../../words/endpoints.ts';
import { needsSecret } from './needs-secret.ts';
import { SampleSender } from './SampleSender.tsx';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo | undefined;
  header: RevealedHeader | null;
  /** Just created; else only its header was set anew. */
  isMade: boolean;
}

/** Shown once: all that the user has to carry to the vendor. */
export function MadeCard({ endpoint, vendor, header, isMade }: Props) {
  const { revealed } = useStores();
  const isUnfinished = needsSecret(endpoint);
  const title = (isUnfinished ? words.unfinished : words.title)(inertLine(endpoint.name));
  return (
    <section className="made" aria-label={words.label}>
      <h3>{isMade ? title : words.newHeader}</h3>
      {isUnfinished && <p>{words.setBelow}</p>}
      {isMade && vendor && !isUnfinished && <SampleSender endpoint={endpoint} vendor={vendor} />}
      {header && (
        <dl className="made-header">
          <dt>{words.header}</dt>
          <dd className="command">
            <code>{header.name}</code>
            <CopyButton bare label={words.copyHeader} text={() => header.name} />
          </dd>
          <dt>{words.value}</dt>
          <dd className="command">
            <code>{header.value}</code>
            <CopyButton bare label={words.copyValue} text={() => header.value} />
          </dd>
        </dl>
      )}
      {header && <p className="quiet">{words.once}</p>}
      <div className="form-actions">
        <button
          type="button"
          className="button"
          onClick={() => revealed.setState(header ? { header: null, madeNow: null } : { madeNow: null })}
        >
          {words.done}
        </button>
      </div>
    </section>
  );
}
