import { inert } from '../../text/inert.ts';
import { delivery as words } from '../../words/deliveries.ts';

/** In the order of the wire, as they were written. */
export function HeaderLines({ headers }: { headers: [string, string][] }) {
  return (
    <section className="part" aria-label={words.headers}>
      <h2>{words.headers}</h2>
      {headers.length === 0 ? (
        <p className="quiet">{words.noHeaders}</p>
      ) : (
        <ol className="header-lines">
          {headers.map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never move, and a name may come twice
            <li key={index}>
              <span className="quiet">{inert(name)}:</span> {inert(value)}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
