import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import type { DeliverySummary } from '../../../shared/events.ts';
import { useCall, useStores } from '../../stores/context.ts';
import { type Finding, judgeArrival } from './judge-arrival.ts';

export interface Found {
  finding: Finding;
  delivery: DeliverySummary;
}

/** Older ones say nothing about what a person does now; milliseconds. */
const fresh = 3_600_000;

/**
 * What the newest call to an endpoint, if it was refused, tells of the settings at the vendor.
 * @param after ISO 8601; only what came later counts
 */
export function useFinding(endpoint: Endpoint, vendor: VendorInfo, after: string | undefined): Found | null {
  const call = useCall();
  const { arrivals } = useStores();
  const newest = useStore(arrivals, (state) => state.newest[endpoint.id]);
  const [found, setFound] = useState<Found | null>(null);
  const header = vendor.example?.signature.header;
  const isRefused =
    newest?.verdict === 'rejected' &&
    (after === undefined || newest.receivedAt > after) &&
    Date.now() - Date.parse(newest.receivedAt) < fresh;

  useEffect(() => {
    arrivals.getState().follow(endpoint.id);
  }, [arrivals, endpoint.id]);

  useEffect(() => {
    if (!newest || !isRefused) return setFound(null);
    let isCurrent = true;
    call('delivery.get', { deliveryId: newest.id }).then((reply) => {
      if (!isCurrent || !reply.ok) return;
      const finding = judgeArrival(reply.value, header);
      setFound(finding && { finding, delivery: newest });
    });
    return () => {
      isCurrent = false;
    };
  }, [call, newest, isRefused, header]);

  return found;
}
