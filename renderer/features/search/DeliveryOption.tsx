import { Inbox } from 'lucide-react';
import type { DeliverySummary } from '../../../shared/events.ts';
import { useEndpointName, useVendorTitle } from '../../stores/context.ts';
import { DayTime } from '../../ui/Time.tsx';
import { VerdictMark } from '../../ui/VerdictMark.tsx';
import { search } from '../../words/search.ts';
import { Marked } from './Marked.tsx';
import { OptionRow, type RowProps } from './OptionRow.tsx';

interface Props extends RowProps {
  delivery: DeliverySummary;
  words: readonly string[];
}

/** A delivery that was asked for by its id. */
export function DeliveryOption({ delivery, words, ...row }: Props) {
  const { id, endpointId, vendor, verdict, receivedAt } = delivery;
  const name = useEndpointName()(endpointId);
  const title = useVendorTitle()(vendor);
  return (
    <OptionRow {...row} sign={<Inbox aria-hidden />} end={<DayTime iso={receivedAt} now={Date.now()} />}>
      <span>
        <strong>
          <Marked text={search.delivery(id)} words={words} />
        </strong>{' '}
        <em>
          <Marked text={name ?? title} words={[]} />
        </em>
      </span>
      <span>
        <VerdictMark verdict={verdict} />
      </span>
    </OptionRow>
  );
}
