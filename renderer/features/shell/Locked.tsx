import { Blank } from '../../ui/Blank.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { locked } from '../../words/common.ts';

/** Where the host does not let this browser in. */
export function Locked() {
  return (
    <main className="alone">
      <Blank title={locked.title}>
        <p>{locked.text}</p>
        <p className="command">
          <code>{locked.command}</code>
          <CopyButton bare label={locked.copy} text={() => locked.command} />
        </p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {locked.again}
        </button>
      </Blank>
    </main>
  );
}
