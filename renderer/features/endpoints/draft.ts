import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import type { ProofDraft } from './check-draft.ts';
import { makeHeaderValue } from './make-secret.ts';

/** What the vendor suggests first, with a value made up for its header. */
export function startProof(vendor: VendorInfo): ProofDraft {
  const [suggested] = vendor.secretKinds;
  return {
    useHeader: suggested === 'header',
    headerName: vendor.suggestedHeader ?? 'X-Greenroom-Key',
    headerValue: makeHeaderValue(),
    useSecret: suggested === 'secret',
    secret: '',
  };
}

/** Changing a secret begins with the kind in use: a header must not take the place of a signature unasked. */
export function startChange(
  endpoint: Pick<Endpoint, 'hasSecret' | 'headerName'>,
  vendor: VendorInfo,
): ProofDraft {
  const fresh = startProof(vendor);
  if (!endpoint.hasSecret) return fresh;
  const { headerName } = endpoint;
  if (headerName === undefined) return { ...fresh, useHeader: false, useSecret: true };
  return { ...fresh, headerName, useHeader: true, useSecret: false };
}

/** The vendor that needs nothing from elsewhere to begin with; else the first one. */
export function suggestVendor(vendors: VendorInfo[]): VendorInfo | undefined {
  return vendors.find(({ secretKinds }) => secretKinds[0] === 'header') ?? vendors[0];
}
