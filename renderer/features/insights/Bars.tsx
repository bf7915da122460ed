import { inertLine } from '../../text/inert.ts';
import { formatLocale } from '../../words/language.ts';

/** Names with a bar and a number each. */
export function Bars({ rows }: { rows: readonly { key: string; name: string; value: number }[] }) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <dl className="bars">
      {rows.map(({ key, name, value }) => (
        <div key={key} className="bars-row">
          <dt>{inertLine(name)}</dt>
          <dd className="bar" aria-hidden="true">
            <span className="bar-fill" style={{ inlineSize: `${(value / most) * 100}%` }} />
          </dd>
          <dd>{value.toLocaleString(formatLocale)}</dd>
        </div>
      ))}
    </dl>
  );
}
