import type { DeliverySummary } from '../../../shared/events.ts';
import { useEndpointName } from '../../stores/context.ts';
import { byteSize } from '../../text/bytes.ts';
import { inertLine } from '../../text/inert.ts';
import { Time } from '../../ui/Time.tsx';
import { VerdictMark } from '../../ui/VerdictMark.tsx';
import { deliveries as words } from '../../words/deliveries.ts';
import { kindWords, tags } from '../../words/events.ts';
import { explainReason } from '../../words/reasons.ts';

const cell = { role: 'gridcell' };

export function DeliveryRow({ delivery }: { delivery: DeliverySummary }) {
  const name = useEndpointName()(delivery.endpointId);
  const { reason, kind } = delivery;
  const what = reason ? explainReason(reason).short : kind ? kindWords[kind] : '';
  return (
    <div className="delivery-row" role="presentation">
      <span {...cell} data-column="time">
        <Time iso={delivery.receivedAt} />
      </span>
      <span {...cell} data-column="verdict">
        <VerdictMark verdict={delivery.verdict} />
      </span>
      <span {...cell} data-column="endpoint" className={name ? undefined : 'quiet'}>
        {inertLine(name ?? words.unknownEndpoint)}
      </span>
      <span {...cell} data-column="kind">
        <span className="delivery-what" title={what}>
          {what}
        </span>
        {delivery.conflict && <span className="tag warn">{words.conflict}</span>}
        {delivery.duplicates > 0 && <span className="tag">{words.duplicates(delivery.duplicates)}</span>}
        {delivery.sample && <span className="tag">{tags.sample}</span>}
        {delivery.late && <span className="tag">{tags.late}</span>}
      </span>
      <span {...cell} data-column="bytes">
        {byteSize(delivery.bytes)}
      </span>
      <span {...cell} data-column="answered">
        {words.ms(delivery.answeredInMs)}
      </span>
    </div>
  );
}
