import { useMemo, useState } from 'react';
import { asUtf8, decodeBase64 } from '../../text/bytes.ts';
import { inert } from '../../text/inert.ts';
import { prettyJson } from '../../text/pretty-json.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { delivery as words } from '../../words/deliveries.ts';
import { HexView } from './HexView.tsx';

type View = 'pretty' | 'text' | 'hex';

const choices = (['pretty', 'text', 'hex'] as const).map((value) => ({ value, label: words.views[value] }));
const shownAtOnce = 50_000;

/** The body as it came: indented, as text, or byte by byte. */
export function BodyView({ bodyBase64 }: { bodyBase64: string }) {
  const bytes = useMemo(() => decodeBase64(bodyBase64), [bodyBase64]);
  const text = useMemo(() => asUtf8(bytes), [bytes]);
  const pretty = useMemo(() => (text === undefined ? undefined : prettyJson(text)), [text]);
  const [chosen, setChosen] = useState<View>(text === undefined ? 'hex' : 'pretty');
  const view = text === undefined ? 'hex' : chosen;

  return (
    <section className="part" aria-label={words.body}>
      <div className="part-head">
        <h2>{words.body}</h2>
        <Segments<View> label={words.view} value={view} choices={choices} onChange={setChosen} />
        {bytes.length > 0 && (
          <CopyButton
            label={text === undefined ? words.copyBase64 : words.copyBody}
            text={() => text ?? bodyBase64}
          />
        )}
      </div>
      {bytes.length === 0 && <p className="quiet">{words.emptyBody}</p>}
      {text === undefined && <p className="quiet">{words.notText}</p>}
      {view === 'pretty' && pretty === undefined && bytes.length > 0 && (
        <p className="quiet">{words.notJson}</p>
      )}
      {bytes.length > 0 &&
        (view === 'hex' ? (
          <HexView bytes={bytes} />
        ) : (
          <LongText text={(view === 'pretty' && pretty) || (text ?? '')} />
        ))}
    </section>
  );
}

function LongText({ text }: { text: string }) {
  const [shown, setShown] = useState(shownAtOnce);
  return (
    <>
      <pre className="code">{inert(text.slice(0, shown))}</pre>
      {text.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown * 4)}>
          {words.showMore}
        </button>
      )}
    </>
  );
}
