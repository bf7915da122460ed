import { useState } from 'react';
import type { Input } from '../../../shared/contract.ts';
import type { Endpoint } from '../../../shared/endpoints.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { useAction } from '../../ui/use-action.ts';

/**
 * What can be done about a test that was refused. Afterwards the refused ones are checked again, so that a test that
 * was right all along counts.
 */
export function useAnswer(endpoint: Endpoint, onAnswered: () => void) {
  const call = useCall();
  const { endpoints } = useStores();
  const { busy, error, run } = useAction();
  const [isMisfit, setMisfit] = useState(false);
  const endpointId = endpoint.id;

  async function set(secrets: Omit<Input<'endpoint.setSecret'>, 'endpointId'>): Promise<boolean> {
    const changed = await run(() => call('endpoint.setSecret', { endpointId, ...secrets }));
    if (changed) endpoints.getState().apply(changed);
    return changed !== undefined;
  }

  async function verifyBy(verification: 'signature' | 'none'): Promise<boolean> {
    const changed = await run(() => call('endpoint.update', { endpointId, verification }));
    if (changed) endpoints.getState().apply(changed);
    return changed !== undefined;
  }

  async function takeIn(): Promise<void> {
    const done = await run(() => call('delivery.recheck', { endpointId, apply: true }));
    if (!done) return;
    setMisfit(done.verified === 0);
    if (done.verified > 0) onAnswered();
  }

  return {
    busy,
    error,
    /** The test does not fit what was entered, either. */
    isMisfit,
    async checkBySecret(secret: string): Promise<void> {
      if (!(await set({ secret }))) return;
      if (endpoint.headerName === undefined || (await verifyBy('signature'))) await takeIn();
    },
    async takeValue(name: string, value: string): Promise<void> {
      if (await set({ header: { name, value } })) await takeIn();
    },
    async acceptUnproved(): Promise<void> {
      // What was refused stays so: nobody has vouched for it. The next test arrives.
      if (await verifyBy('none')) onAnswered();
    },
  };
}
