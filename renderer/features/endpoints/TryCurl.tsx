import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import type { RevealedHeader } from '../../stores/revealed-store.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { endpoint as words } from '../../words/endpoints.ts';
import { tryUnproved, tryWithHeader, tryWithSignature } from './try-curl.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo | undefined;
  /** Where its value can still be read. */
  header: RevealedHeader | null;
}

export function TryCurl({ endpoint, vendor, header }: Props) {
  const command = commandFor({ endpoint, vendor, header });
  if (!command) return null;
  const isReady = header !== null || endpoint.verification === 'none';
  return (
    <section className="part" aria-label={words.tryCurl}>
      <div className="part-head">
        <h3>{words.tryCurl}</h3>
        <CopyButton label={words.copyCurl} text={() => command} />
      </div>
      <p className="quiet">{isReady ? words.tryCurlHint : words.tryCurlSecret}</p>
      <pre className="code">{command}</pre>
    </section>
  );
}

function commandFor({ endpoint, vendor, header }: Props): string | undefined {
  if (endpoint.verification === 'none') return tryUnproved(endpoint, vendor);
  if (header) return tryWithHeader(endpoint, vendor, header.name, header.value);
  if (endpoint.headerName) return tryWithHeader(endpoint, vendor, endpoint.headerName, undefined);
  return vendor?.example && tryWithSignature(endpoint, vendor.example);
}
