import { keySheet as words } from '../../words/keys.ts';

const names: Readonly<Record<string, string>> = words.names;
const spoken: Readonly<Record<string, string>> = words.spoken;

/** Keys as they are written on a keyboard; arrows by their names for those who hear them. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key) => (
    <kbd key={key}>
      {spoken[key] ? (
        <>
          <span aria-hidden="true">{names[key]}</span>
          <span className="unseen">{spoken[key]}</span>
        </>
      ) : (
        (names[key] ?? key)
      )}
    </kbd>
  ));
}
