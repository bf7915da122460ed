import type { Endpoint, VendorInfo } from '../../../shared/endpoints.ts';
import type { Delivery } from '../../../shared/events.ts';
import { lengthInWords } from '../../text/time.ts';
import { proofTable as words } from '../../words/deliveries.ts';
import { type ProofLine, proofLines } from './proof-lines.ts';

interface Props {
  delivery: Delivery;
  endpoint: Endpoint;
  vendor: VendorInfo | undefined;
}

/** Part by part: what was expected, and what came. */
export function ProofTable({ delivery, endpoint, vendor }: Props) {
  const lines = proofLines(delivery, endpoint, vendor);
  if (lines.length === 0) return null;
  return (
    <section className="part" aria-label={words.label}>
      <h2>{words.label}</h2>
      <table className="proof-table">
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.expected}</th>
            <th scope="col">{words.came}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.part}>
              <th scope="row">{words.parts[line.part]}</th>
              <td>{expected(line)}</td>
              <td>
                <span className="proof-came" data-came={line.came}>
                  <span className="mark" data-mark={markOf(line)} aria-hidden="true" />
                  {line.part === 'timestamp' ? timestamp(line) : words.cameWords[line.part][line.came]}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {delivery.verdict === 'rejected' && <p className="quiet">{words.asSetNow}</p>}
    </section>
  );
}

function expected(line: ProofLine) {
  switch (line.part) {
    case 'header':
      return (
        <>
          <code>{line.header}</code> {words.yourValue}
        </>
      );
    case 'signature':
      return (
        <code>
          {line.header}: {line.prefix}
          {words.hexDigits}
        </code>
      );
    case 'timestamp':
      return (
        <>
          <code>{line.header}</code> {words.nearArrival}
        </>
      );
    case 'signed':
      return words.over[line.over];
  }
}

function timestamp({ came, apart, sentAt }: Extract<ProofLine, { part: 'timestamp' }>) {
  if (apart === undefined) return words.cameWords.timestamp[came];
  const length = lengthInWords(Math.abs(apart) * 1000);
  return <span title={sentAt}>{apart < 0 ? words.after(length) : words.before(length)}</span>;
}

function markOf({ came }: ProofLine): string {
  if (came === 'fits') return 'good';
  return came === 'unknown' ? 'end' : 'failed';
}
