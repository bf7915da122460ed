import { keySheet } from '../../words/keys.ts';
import { search } from '../../words/search.ts';

const { names } = keySheet;
const shown = [
  [names.ArrowUp + names.ArrowDown, search.keys.move],
  [names.Enter, search.keys.open],
  [names.Escape, search.keys.close],
] as const;

/** The keys, for those who see; a screen reader knows those of a combobox. */
export function PaletteFoot() {
  return (
    <p className="palette-foot" aria-hidden="true">
      {shown.map(([key, does]) => (
        <span key={key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </p>
  );
}
