import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { asUtf8, decodeBase64 } from '../../text/bytes.ts';
import { inert } from '../../text/inert.ts';
import { prettyJson } from '../../text/pretty-json.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { delivery as words } from '../../words/deliveries.ts';
import { BodyTree } from './BodyTree.tsx';
import { HexView } from './HexView.tsx';
import { jsonTree } from './json-tree.ts';
import { bodyFileName, saveBody } from './save-body.ts';

const views = ['tree', 'text', 'hex'] as const;
type View = (typeof views)[number];

const choices = views.map((value) => ({ value, label: words.views[value] }));
const shownAtOnce = 50_000;

interface Props {
  deliveryId: string;
  bodyBase64: string;
}

/** The body as it came: as a tree, as text, or byte by byte. */
export function BodyView({ deliveryId, bodyBase64 }: Props) {
  // The desktop window lets nothing be downloaded.
  const canSave = useStore(useStores().status, ({ status }) => status?.host === 'browser');
  const bytes = useMemo(() => decodeBase64(bodyBase64), [bodyBase64]);
  const text = useMemo(() => asUtf8(bytes), [bytes]);
  const tree = useMemo(() => (text === undefined ? undefined : jsonTree(text)), [text]);
  const [chosen, setChosen] = useState<View>('tree');
  const view = text === undefined ? 'hex' : chosen === 'tree' && !tree ? 'text' : chosen;
  const offered = choices.filter(
    ({ value }) => value === 'hex' || (text !== undefined && (value === 'text' || tree !== undefined)),
  );

  return (
    <section className="part" aria-label={words.body}>
      <div className="part-head">
        <h2>{words.body}</h2>
        {bytes.length > 0 && offered.length > 1 && (
          <Segments<View> label={words.view} value={view} choices={offered} onChange={setChosen} />
        )}
        {bytes.length > 0 && (
          <CopyButton
            label={text === undefined ? words.copyBase64 : words.copyBody}
            text={() => text ?? bodyBase64}
          />
        )}
        {canSave && bytes.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => saveBody(bytes, bodyFileName(deliveryId, text, tree !== undefined))}
          >
            <Download aria-hidden />
            {words.saveBody}
          </button>
        )}
      </div>
      {bytes.length === 0 && <p className="quiet">{words.emptyBody}</p>}
      {text === undefined && <p className="quiet">{words.notText}</p>}
      {text !== undefined && !tree && bytes.length > 0 && <p className="quiet">{words.noTree}</p>}
      {bytes.length > 0 && view === 'hex' && <HexView bytes={bytes} />}
      {bytes.length > 0 && view === 'text' && <LongText text={text ?? ''} />}
      {view === 'tree' && tree && <BodyTree root={tree} />}
    </section>
  );
}

/** JSON with line breaks where that is all that is added; else as it came. */
function LongText({ text }: { text: string }) {
  const [isRaw, setRaw] = useState(false);
  const [shown, setShown] = useState(shownAtOnce);
  const pretty = useMemo(() => prettyJson(text), [text]);
  const seen = isRaw || pretty === undefined ? text : pretty;
  return (
    <>
      {pretty !== undefined && pretty !== text && (
        <label className="check">
          <input type="checkbox" checked={isRaw} onChange={({ target }) => setRaw(target.checked)} />
          {words.asSent}
        </label>
      )}
      <pre className="code">{inert(seen.slice(0, shown))}</pre>
      {seen.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown * 4)}>
          {words.showMore}
        </button>
      )}
    </>
  );
}
