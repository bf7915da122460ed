import { useState } from 'react';
import type { WireError } from '../../../shared/errors.ts';
import type { Settings } from '../../../shared/settings.ts';
import { useStores } from '../../stores/context.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { settings as words } from '../../words/settings.ts';

type Theme = Settings['theme'];

const choices = (['system', 'light', 'dark'] as const).map((value) => ({
  value,
  label: words.themes[value],
}));

export function ThemeChoice({ theme }: { theme: Theme }) {
  const { settings } = useStores();
  const [error, setError] = useState<WireError | null>(null);
  return (
    <div className="setting">
      <span className="setting-label">{words.theme}</span>
      <Segments<Theme>
        label={words.theme}
        value={theme}
        choices={choices}
        onChange={async (value) => setError(await settings.getState().save({ theme: value }))}
      />
      {error && <Failure error={error} />}
    </div>
  );
}
