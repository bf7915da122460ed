import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { WireError } from '../../../shared/errors.ts';
import type { Delivery, FeedEvent } from '../../../shared/events.ts';
import { useCall, useStores } from '../../stores/context.ts';

const mostEvents = 20;

/** One delivery with its bytes, asked for anew when its row changes. */
export function useDelivery(deliveryId: string) {
  const call = useCall();
  const row = useStore(useStores().deliveries, (state) => state.rows.find(({ id }) => id === deliveryId));
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const [error, setError] = useState<WireError | null>(null);

  const load = useCallback(async () => {
    const reply = await call('delivery.get', { deliveryId });
    if (reply.ok) setDelivery(reply.value);
    setError(reply.ok ? null : reply.error);
  }, [call, deliveryId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed row means changed content
  useEffect(() => {
    load();
  }, [load, row]);

  return { delivery, error, load };
}

/** The events that a delivery became. */
export function useEvents(seqs: number[]): FeedEvent[] {
  const call = useCall();
  const [events, setEvents] = useState<FeedEvent[]>([]);
  const wanted = seqs.slice(0, mostEvents).join();

  useEffect(() => {
    let isCurrent = true;
    const asked = wanted.split(',').filter(Boolean).map(Number);
    Promise.all(asked.map((seq) => call('feed.page', { before: seq + 1, limit: 1 }))).then((replies) => {
      if (!isCurrent) return;
      const found = replies.flatMap((reply) => (reply.ok ? reply.value.events : []));
      setEvents(found.filter(({ seq }) => asked.includes(seq)));
    });
    return () => {
      isCurrent = false;
    };
  }, [call, wanted]);

  return events;
}
