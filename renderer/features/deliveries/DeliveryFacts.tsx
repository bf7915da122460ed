import type { ReactNode } from 'react';
import type { Delivery } from '../../../shared/events.ts';
import { routeHash } from '../../stores/route-store.ts';
import { DayTime } from '../../ui/Time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { deliveries, delivery as words } from '../../words/deliveries.ts';
import { kindWords } from '../../words/events.ts';
import { useEvents } from './use-delivery.ts';

export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const now = useNow();
  return (
    <dl className="facts">
      <Fact name={words.received}>
        <DayTime iso={delivery.receivedAt} now={now} /> <code className="quiet">{delivery.receivedAt}</code>
      </Fact>
      <Fact name={words.answered}>{words.answer(delivery.status, deliveries.ms(delivery.answeredInMs))}</Fact>
      <Fact name={words.size}>{words.bytes(delivery.bytes)}</Fact>
      {delivery.duplicates > 0 && <Fact name={words.duplicates}>{words.times(delivery.duplicates)}</Fact>}
      <Fact name={words.became}>
        <Became seqs={delivery.eventSeqs} />
      </Fact>
      <Fact name={words.id}>
        <code>{delivery.id}</code>
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
          {event.sessionId && <a href={routeHash('sessions', event.sessionId)}>{words.session}</a>}
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
