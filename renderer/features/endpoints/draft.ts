import type { VendorInfo } from '../../../shared/endpoints.ts';
import type { ProofDraft } from './check-draft.ts';
import { makeHeaderValue } from './make-secret.ts';

/** What the vendor suggests first, with a value made up for its header. */
export function startProof(vendor: VendorInfo, headerName = vendor.suggestedHeader): ProofDraft {
  const [suggested] = vendor.secretKinds;
  return {
    useHeader: suggested === 'header',
    headerName: headerName ?? 'X-Greenroom-Key',
    headerValue: makeHeaderValue(),
    useSecret: suggested === 'secret',
    secret: '',
  };
}

/** The vendor that needs nothing from elsewhere to begin with; else the first one. */
export function suggestVendor(vendors: VendorInfo[]): VendorInfo | undefined {
  return vendors.find(({ secretKinds }) => secretKinds[0] === 'header') ?? vendors[0];
}
