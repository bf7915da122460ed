import { useState } from 'react';
import type { WireError } from '../../../shared/errors.ts';
import type { Settings } from '../../../shared/settings.ts';
import { useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { rememberLanguage } from '../../words/language.ts';
import { settings as words } from '../../words/settings.ts';

type Language = Settings['language'];

const choices = (['system', 'en', 'de'] as const).map((value) => ({ value, label: words.languages[value] }));

/** The page loads anew, in the language that was chosen. */
export function LanguageChoice({ language }: { language: Language }) {
  const { settings } = useStores();
  const [error, setError] = useState<WireError | null>(null);
  const choose = async (value: Language) => {
    const failed = await settings.getState().save({ language: value });
    setError(failed);
    if (!failed && rememberLanguage(value)) window.location.reload();
  };
  return (
    <div className="setting">
      <span className="setting-label">{words.language}</span>
      <Segments<Language> label={words.language} value={language} choices={choices} onChange={choose} />
      {error && <Failure error={error} />}
    </div>
  );
}
