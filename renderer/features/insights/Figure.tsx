import { type ReactNode, useId, useState } from 'react';
import { insights as words } from '../../words/insights.ts';

interface Props {
  title: string;
  chart: ReactNode;
  /** The same as rows; absent where the chart is a table already. */
  table?: { head: string[]; rows: (string | number)[][] };
}

/** One chart with its title, and the table that it can be turned into. */
export function Figure({ title, chart, table }: Props) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="figure" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {table && (
          <button type="button" className="link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? words.asChart : words.asTable}
          </button>
        )}
      </header>
      {table && asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
        <section className="table-box" tabIndex={0} aria-label={title}>
          <table>
            <thead>
              <tr>
                {table.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...values]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {values.map((value, index) => (
                    <td key={table.head[index + 1]}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        chart
      )}
    </section>
  );
}
