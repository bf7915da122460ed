import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Delivery, FeedEvent } from '../../../shared/events.ts';
import { useStores, useVendorTitle } from '../../stores/context.ts';
import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { DayTime } from '../../ui/Time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { deliveries, delivery as words } from '../../words/deliveries.ts';
import { kindWords } from '../../words/events.ts';
import { useEvents } from './use-delivery.ts';

export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const now = useNow();
  const vendor = useVendorTitle()(delivery.vendor);
  const info = useStore(useStores().endpoints, (state) =>
    state.vendors.find(({ id }) => id === delivery.vendor),
  );
  return (
    <dl className="facts">
      <Fact name={words.received}>
        <DayTime iso={delivery.receivedAt} now={now} /> <code className="quiet">{delivery.receivedAt}</code>
      </Fact>
      <Fact name={words.vendor}>
        {inertLine(vendor)}
        {info && ` · ${info.subtitle}`}
      </Fact>
      <Fact name={words.answered}>{words.answer(delivery.status, deliveries.ms(delivery.answeredInMs))}</Fact>
      <Fact name={words.size}>{words.bytes(delivery.bytes)}</Fact>
      {delivery.duplicates > 0 && <Fact name={words.duplicates}>{words.times(delivery.duplicates)}</Fact>}
      <Fact name={words.became}>
        <Became seqs={delivery.eventSeqs} />
      </Fact>
      <Fact name={words.id}>
        <CopyLine label={words.copyId} text={delivery.id} />
      </Fact>
    </dl>
  );
}

function Became({ seqs }: { seqs: number[] }) {
  const events = useEvents(seqs);
  if (seqs.length === 0) return <span className="quiet">{words.becameNothing}</span>;
  if (events.length === 0) return words.events(seqs.length);
  return (
    <ul className="became">
      {events.map((event) => (
        <li key={event.seq}>
          {kindWords[event.kind]} <code className="quiet">#{event.seq}</code>
          <BecameText event={event} />
          {event.sessionId && <a href={routeHash('sessions', event.sessionId)}>{words.session}</a>}
        </li>
      ))}
    </ul>
  );
}

/** What was said in it, where that is what it is. */
function BecameText({ event }: { event: FeedEvent }) {
  const { text } = event.data;
  if (event.kind !== 'chat.message' || typeof text !== 'string') return null;
  return <q dir="auto">{inertLine(text, 120)}</q>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
