import type { Endpoint } from '../../../shared/endpoints.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { endpoint as words } from '../../words/endpoints.ts';

/** Where the vendor delivers to; without a public way in it says so. */
export function Address({ endpoint }: { endpoint: Endpoint }) {
  const url = endpoint.publicUrl ?? endpoint.localUrl;
  return (
    <section className="part" aria-label={words.url}>
      <h3>{words.url}</h3>
      <p className="command">
        <code>{url}</code>
        <CopyButton label={words.copyUrl} text={() => url} />
      </p>
      {endpoint.publicUrl === null && (
        <p className="hint-line">
          <span className="mark" data-mark="gap" aria-hidden="true" />
          {words.localOnly}
        </p>
      )}
    </section>
  );
}
