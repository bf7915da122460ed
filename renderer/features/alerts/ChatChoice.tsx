import type { Settings } from '../../../shared/settings.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { alerts as words } from '../../words/alerts.ts';
import { useSave } from './use-save.ts';
import { WatchedWords } from './WatchedWords.tsx';

type Chat = Settings['alertChat'];
type Quote = keyof typeof words.quotes;

const chats = (['none', 'watched', 'users'] as const).map((value) => ({ value, label: words.chats[value] }));
const quotes = (['names', 'text'] as const).map((value) => ({ value, label: words.quotes[value] }));

/** Which of what is said is told, and how much of it. */
export function ChatChoice({ settings }: { settings: Settings }) {
  const { error, save } = useSave();
  return (
    <>
      <div className="setting">
        <span className="setting-label">{words.chat}</span>
        <Segments<Chat>
          label={words.chat}
          value={settings.alertChat}
          choices={chats}
          onChange={(alertChat) => save({ alertChat })}
        />
      </div>
      {settings.alertChat === 'watched' && <WatchedWords known={settings.watchedWords} />}
      <div className="setting">
        <span className="setting-label">{words.quote}</span>
        <Segments<Quote>
          label={words.quote}
          value={settings.alertText ? 'text' : 'names'}
          choices={quotes}
          onChange={(choice) => save({ alertText: choice === 'text' })}
        />
        {settings.alertText && <p className="field-about">{words.quoteHint}</p>}
      </div>
      {error && <Failure error={error} />}
    </>
  );
}
