import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { connect as words } from '../../words/connect.ts';
import { KeyChange } from './KeyChange.tsx';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** A key that is not needed to connect, and what it is good for. */
export function NamesKey({ endpoint, vendor }: Props) {
  if (!vendor.credentialsFor) return null;
  return (
    <section className="part" aria-label={words.names}>
      <h3>{words.names}</h3>
      <p className="quiet">{vendor.credentialsFor}</p>
      <KeyChange endpoint={endpoint} vendor={vendor} />
    </section>
  );
}
