import { useState } from 'react';
import { hexRow, hexRowBytes } from '../../text/bytes.ts';
import { delivery as words } from '../../words/deliveries.ts';

const rowsAtOnce = 256;

export function HexView({ bytes }: { bytes: Uint8Array }) {
  const [shown, setShown] = useState(rowsAtOnce);
  const all = Math.ceil(bytes.length / hexRowBytes);
  return (
    <>
      <table className="code hex">
        <tbody>
          {Array.from({ length: Math.min(all, shown) }, (_, index) => hexRow(bytes, index)).map((row) => (
            <tr key={row.offset}>
              <th scope="row">{row.offset}</th>
              <td>{row.hex}</td>
              <td>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > shown && (
        <button type="button" className="button" onClick={() => setShown(shown * 2)}>
          {words.showMore}
        </button>
      )}
    </>
  );
}
