import { coreWords } from '../../shared/core-words.ts';
import type { VendorInfo } from '../../shared/endpoints.ts';
import type { Status } from '../../shared/status.ts';
import type { TunnelInfo } from '../../shared/tunnels.ts';
import { language } from './language.ts';

/** A text of the core in the language of the window; what is not known stays as it is. */
export function fromCore(text: string): string {
  return coreWords(text, language);
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

/** Why a part of Greenroom does not work, and what keeps the secrets. */
export function wordStatus(status: Status): Status {
  const { receiver, tunnel, store, secrets, alerts, desktop } = status;
  return {
    ...status,
    receiver: wordReason(receiver),
    tunnel: wordReason(tunnel),
    store: wordReason(store),
    secrets: { ...wordReason(secrets), keptBy: fromCore(secrets.keptBy) },
    alerts: wordReason(alerts),
    ...(desktop && { desktop: { login: wordReason(desktop.login), update: wordReason(desktop.update) } }),
  };
}

function wordReason<State extends { reason?: string }>(state: State): State {
  return state.reason === undefined ? state : { ...state, reason: fromCore(state.reason) };
}
