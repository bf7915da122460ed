import { useEffect, useState } from 'react';
import type { Endpoint, RegistrationTarget, VendorInfo } from '../../../shared/endpoints.ts';
import type { WireError } from '../../../shared/errors.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { useAction } from '../../ui/use-action.ts';
import type { CredentialDraft } from './CredentialFields.tsx';
import { readCredentials } from './credential-draft.ts';
import { useConsent } from './use-consent.ts';
import type { Help } from './what-helps.ts';

interface Wish {
  endpoint: Endpoint;
  vendor: VendorInfo;
  asks: Help | null;
  /** All that was missing is kept: it can be registered. */
  onReady(): void;
}

/** What is missing before an endpoint can be registered, and how each is kept. */
export function useConnectForm({ endpoint, vendor, asks, onReady }: Wish) {
  const call = useCall();
  const { endpoints } = useStores();
  const { busy, error, run } = useAction();
  const [kept, setKept] = useState<WireError | null>(null);
  const [draft, setDraft] = useState<CredentialDraft>({ chosen: 0, values: {} });
  const [isReopened, setReopened] = useState(false);
  const [listed, setListed] = useState<RegistrationTarget[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const consent = useConsent(asks === 'way-in');

  const endpointId = endpoint.id;
  const saved = asks === 'target' ? null : (endpoint.options.headId ?? null);
  const set = vendor.credentialSets[draft.chosen];
  const isAsked = set !== undefined && (!endpoint.hasCredentials || isReopened || asks === 'credentials');
  const credentials = set && readCredentials(set, draft.values);

  async function keepCredentials(): Promise<boolean> {
    if (!isAsked || !credentials) return true;
    const changed = await run(() => call('endpoint.setSecret', { endpointId, credentials }));
    if (!changed) return false;
    endpoints.getState().apply(changed);
    setDraft({ ...draft, values: {} });
    setReopened(false);
    return true;
  }

  async function look(): Promise<RegistrationTarget[] | undefined> {
    const answer = await run(() => call('registration.targets', { endpointId }));
    if (!answer) return undefined;
    const { targets } = answer;
    setListed(targets);
    setChosen(targets.length === 1 ? (targets[0]?.id ?? null) : null);
    setChecked(false);
    return targets;
  }

  const asksTarget = vendor.targetLabel !== undefined && endpoint.hasCredentials && saved === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as there is something to look with
  useEffect(() => {
    if (asksTarget && asks !== 'credentials' && !listed && !busy) look();
  }, [asksTarget]);

  async function keepTarget(): Promise<boolean> {
    if (!vendor.targetLabel || (!listed && saved !== null)) return true;
    let id = chosen;
    if (!listed) {
      const targets = await look();
      // With several to choose from, the list now asks; with none, the core says so.
      if (!targets || targets.length > 1) return false;
      id = targets[0]?.id ?? null;
    }
    if (id === null) return true;
    const headId = id;
    const changed = await run(() => call('endpoint.update', { endpointId, options: { headId } }));
    if (!changed) return false;
    endpoints.getState().apply(changed);
    setListed(null);
    return true;
  }

  return {
    busy,
    error: error ?? kept,
    isChecked,
    /** Nothing is missing that a person can see. */
    isWhole:
      !(isAsked && !credentials) &&
      !(listed && listed.length > 0 && chosen === null) &&
      Object.keys(consent.problems).length === 0,
    check: () => setChecked(true),
    consent,
    credentials: {
      isAsked,
      isReopened,
      isMissing: isAsked && !credentials,
      draft,
      change: setDraft,
      reopen: () => setReopened(true),
    },
    target: { saved, listed, chosen, choose: setChosen, look: () => void look() },

    async submit(): Promise<void> {
      setKept(null);
      if (!(await keepCredentials()) || !(await keepTarget())) return;
      const failed = await consent.keep();
      setKept(failed);
      if (!failed) onReady();
    },
  };
}
