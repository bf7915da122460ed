import type { VendorInfo } from '../../shared/endpoints.ts';
import type { TunnelInfo } from '../../shared/tunnels.ts';
import { coreDe } from './de/core.ts';
import { inLanguage } from './language.ts';

/** What the core says of vendors and ways in, by its English. A test holds that nothing of it is missing. */
const known = inLanguage<Readonly<Record<string, string>>>({}, coreDe);

/** A sentence of the core in the language of the window; what is not known stays as it is. */
export function fromCore(text: string): string {
  return Object.hasOwn(known, text) ? (known[text] ?? text) : text;
}

export function wordVendor(info: VendorInfo): VendorInfo {
  const { credentialsFor, targetLabel } = info;
  return {
    ...info,
    subtitle: fromCore(info.subtitle),
    steps: info.steps.map(fromCore),
    secretLabel: fromCore(info.secretLabel),
    credentialSets: info.credentialSets.map(({ fields, hint }) => ({
      hint: fromCore(hint),
      fields: fields.map((field) => ({ ...field, label: fromCore(field.label) })),
    })),
    ...(credentialsFor !== undefined && { credentialsFor: fromCore(credentialsFor) }),
    ...(targetLabel !== undefined && { targetLabel: fromCore(targetLabel) }),
  };
}

export function wordTunnel(info: TunnelInfo): TunnelInfo {
  const { warning, token } = info;
  return {
    ...info,
    title: fromCore(info.title),
    summary: fromCore(info.summary),
    ...(warning !== undefined && { warning: fromCore(warning) }),
    ...(token && { token: { ...token, label: fromCore(token.label) } }),
  };
}
