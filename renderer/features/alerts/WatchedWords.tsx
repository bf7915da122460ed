import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useStores } from '../../stores/context.ts';
import { putWordBack } from '../../stores/put-back.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Field } from '../../ui/Field.tsx';
import { alerts as words } from '../../words/alerts.ts';
import { undo as undoWords } from '../../words/undo.ts';
import { useSave } from './use-save.ts';
import { addWord } from './watched-words.ts';

/** Enter adds what is typed. Taking one away leads the keyboard to the next, at last to the field. */
export function WatchedWords({ known }: { known: readonly string[] }) {
  const { error, save } = useSave();
  const { settings, undo } = useStores();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);

  const add = () => {
    const added = addWord(known, typed);
    if (!added) return;
    if ('problem' in added) return setProblem(added.problem);
    setTyped('');
    save({ watchedWords: added.words });
  };
  const remove = (word: string, index: number) => {
    const buttons = list.current?.querySelectorAll('button');
    (buttons?.[index + 1] ?? buttons?.[index - 1] ?? input.current)?.focus();
    save({ watchedWords: known.filter((one) => one !== word) });
    undo.getState().offer({ text: undoWords.wordRemoved(word), undo: () => putWordBack(settings, word) });
  };

  return (
    <div className="watched">
      <Field
        label={words.words}
        hint={known.length === 0 ? words.noWords : words.wordsHint}
        problem={problem}
      >
        {({ id, describedBy, invalid }) => (
          <span className="watched-entry">
            <input
              ref={input}
              id={id}
              placeholder={words.addWord}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                setProblem(undefined);
              }}
              onKeyDown={({ key, nativeEvent }) => {
                if (key === 'Enter' && !nativeEvent.isComposing) add();
                if (key !== 'Escape') return;
                setTyped('');
                setProblem(undefined);
              }}
            />
            <button type="button" className="button" disabled={typed.trim() === ''} onClick={add}>
              {words.add}
            </button>
          </span>
        )}
      </Field>
      {known.length > 0 && (
        <ul ref={list} className="watched-words" aria-label={words.words}>
          {known.map((word, index) => (
            <li key={word}>
              <bdi>{word}</bdi>
              <button
                type="button"
                className="icon-button"
                aria-label={words.removeWord(word)}
                onClick={() => remove(word, index)}
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && <Failure error={error} />}
    </div>
  );
}
