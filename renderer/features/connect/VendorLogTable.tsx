import { routeHash } from '../../stores/route-store.ts';
import { inertLine } from '../../text/inert.ts';
import { DayTime, Time } from '../../ui/Time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { connect as words } from '../../words/connect.ts';
import type { Fate, LinedUp } from './line-up.ts';

const columns = words.logColumns;
const marks: Record<Fate, string> = { here: 'good', lost: 'failed', absent: 'failed', beyond: 'end' };
const mostShown = 200;

/** One line an entry: what the vendor says, and what of it is here. */
export function VendorLogTable({ rows }: { rows: LinedUp[] }) {
  const now = useNow();
  return (
    <div className="vendor-log">
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.time}</th>
            <th scope="col">{columns.type}</th>
            <th scope="col">{columns.vendor}</th>
            <th scope="col">{columns.here}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map(({ entry, fate, ours }) => (
            <tr key={entry.id} data-fate={fate}>
              <td>
                <DayTime iso={entry.createdAt} now={now} />
              </td>
              <td>{inertLine(entry.type, 60)}</td>
              <td>{words.logSays(entry.delivered, entry.status, entry.attempts)}</td>
              <td>
                <span className="mark" data-mark={marks[fate]} aria-hidden="true" />{' '}
                {ours ? (
                  <a href={routeHash('deliveries', ours.id)}>
                    <Time iso={ours.receivedAt} />
                  </a>
                ) : (
                  words.fates[fate]
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
