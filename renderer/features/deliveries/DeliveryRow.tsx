import type { DeliverySummary } from '../../../shared/events.ts';
import { useVendorTitle } from '../../stores/context.ts';
import { byteSize } from '../../text/bytes.ts';
import { Time } from '../../ui/Time.tsx';
import { VerdictMark } from '../../ui/VerdictMark.tsx';
import { deliveries as words } from '../../words/deliveries.ts';
import { kindWords, tags } from '../../words/events.ts';
import { explainReason } from '../../words/reasons.ts';
import { useSourceName } from './use-source-name.ts';

const cell = { role: 'gridcell' };

export function DeliveryRow({ delivery }: { delivery: DeliverySummary }) {
  const name = useSourceName()(delivery.endpointId);
  const vendor = useVendorTitle()(delivery.vendor);
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
      <span {...cell} data-column="endpoint" title={name}>
        {name}
      </span>
      <span {...cell} data-column="vendor">
        {vendor}
      </span>
      <span {...cell} data-column="kind">
        <span className="delivery-what" title={what}>
          {what}
        </span>
        {delivery.conflict && <span className="tag warn">{words.conflict}</span>}
        {delivery.sample && <span className="tag">{tags.sample}</span>}
        {delivery.late && <span className="tag">{tags.late}</span>}
      </span>
      <span
        {...cell}
        data-column="duplicates"
        title={delivery.duplicates > 0 ? words.cameAgain(delivery.duplicates) : undefined}
      >
        {delivery.duplicates > 0 && <span className="tag">{words.duplicates(delivery.duplicates)}</span>}
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
