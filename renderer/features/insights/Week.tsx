import { insights as words } from '../../words/insights.ts';
import { levelOf } from './chart-words.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Days by hours; the stronger, the busier. A table for whoever hears it. */
export function Week({ week }: { week: readonly (readonly number[])[] }) {
  const most = Math.max(...week.flat());
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard where it is narrow
    <section className="week-box" tabIndex={0} aria-label={words.weekHint}>
      <table className="week">
        <thead>
          <tr>
            <td />
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour % 3 === 0 ? hour : <span className="unseen">{hour}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {words.days.map((day, index) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {hours.map((hour) => {
                const value = week[index]?.[hour] ?? 0;
                return (
                  <td key={hour} title={`${day} ${hour}:00: ${value}`}>
                    <span className="week-cell" data-level={levelOf(value, most)}>
                      {value}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
