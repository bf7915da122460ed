import type { Endpoint, Registration, Verification } from '../../../shared/endpoints.ts';
import type { EndpointRecord } from '../files/config.ts';
import type { Door } from '../intake/intake.ts';
import { keyedHash } from '../intake/judge.ts';
import { findVendor } from '../vendors/registry.ts';
import { active, noSecrets } from './endpoint-secrets.ts';
import type { Held } from './held-secrets.ts';

/** Where vendors find the receiver, from here and from the internet. */
export interface Urls {
  local: string;
  public: string | null;
}

/** Header → `header`; else what a signature means to the vendor; unless the user accepts deliveries unproved. */
export function verificationOf(one: Pick<EndpointRecord, 'unproved' | 'vendor' | 'has'>): Verification {
  if (one.unproved) return 'none';
  const vendor = findVendor(one.vendor);
  if (one.has.header) return 'header';
  if (one.has.secret) return vendor?.signs ?? 'signature';
  return vendor?.info.secretKinds[0] === 'header' ? 'header' : (vendor?.signs ?? 'signature');
}

/** An endpoint as it leaves the core: without its secrets. */
export function viewOf(one: EndpointRecord, held: Held, urls: Urls, registration: Registration): Endpoint {
  const path = `/hooks/${one.key}`;
  return {
    id: one.id,
    vendor: one.vendor,
    name: one.name,
    enabled: one.enabled,
    key: one.key,
    path,
    localUrl: urls.local + path,
    publicUrl: urls.public === null ? null : urls.public + path,
    verification: verificationOf(one),
    ...(one.headerName !== undefined && { headerName: one.headerName }),
    hasSecret: one.has.secret || one.has.header,
    hasCredentials: one.has.credentials,
    ...(held === 'unreadable' && { secretUnreadable: true as const }),
    options: one.options,
    registration,
    createdAt: one.createdAt,
  };
}

/** An endpoint as the receive thread needs it. @param now milliseconds since the epoch */
export function doorOf(one: EndpointRecord, held: Held, headersKey: Buffer, now: number): Door {
  const base = { endpointId: one.id, key: one.key, vendor: one.vendor, enabled: one.enabled };
  const verification = verificationOf(one);
  if (held === 'unreadable' && verification !== 'none') return { ...base, proof: undefined };
  const { secrets, header } = held === 'unreadable' ? noSecrets : held;
  return {
    ...base,
    proof: {
      verification,
      secrets: active(secrets, now),
      ...(header && {
        header: {
          name: header.name,
          valueHashes: active(header.values, now).map((value) => keyedHash(headersKey, value)),
        },
      }),
    },
  };
}
