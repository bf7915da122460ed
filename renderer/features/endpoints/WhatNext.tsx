import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import { useStores } from '../../stores/context.ts';
import { endpoint as words } from '../../words/endpoints.ts';
import { whatNext } from './what-next.ts';

interface Props {
  endpoint: Endpoint;
  vendor: VendorInfo;
}

/** Until a vendor has delivered: the one thing to do now. */
export function WhatNext({ endpoint, vendor }: Props) {
  const { id } = endpoint;
  const { arrivals, feed } = useStores();
  const newest = useStore(arrivals, (state) => state.newest[id]);
  const sampled = useStore(feed, (state) =>
    state.rows.slice(0, 500).some((event) => event.source === 'sample' && event.endpointId === id),
  );
  useEffect(() => void arrivals.getState().follow(id), [arrivals, id]);
  const next = whatNext(endpoint, newest, sampled, vendor.registers === 'api');
  if (next === null) return null;
  return (
    <section className="what-next" aria-label={words.nextLabel} data-next={next}>
      <span className="mark" data-mark={next === 'waiting' ? 'good' : 'begin'} aria-hidden="true" />
      <p>{words.next[next]}</p>
    </section>
  );
}
