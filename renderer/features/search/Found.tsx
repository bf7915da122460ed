import { useEffect, useRef } from 'react';
import { search } from '../../words/search.ts';
import type { Group, Option } from './options.ts';
import { SearchOption } from './SearchOption.tsx';

interface Props {
  id: string;
  groups: readonly Group[];
  active: Option | undefined;
  words: readonly string[];
  onOpen(option: Option): void;
}

/** All that was found, in groups; one list for the keys. The options count through: `<id>-0`, `<id>-1`. */
export function Found({ id, groups, active, words, onOpen }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const options = groups.flatMap((group) => group.options);
  const at = active ? options.indexOf(active) : -1;

  useEffect(() => {
    if (at === 0) list.current?.scrollTo({ top: 0 });
    else if (at > 0) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  if (options.length === 0) return null;
  return (
    <div ref={list} id={id} className="found" role="listbox" aria-label={search.results}>
      {groups.map(({ name, options: some }) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
        <div key={name} role="group" aria-labelledby={`${id}-${name}`}>
          <div id={`${id}-${name}`} className="found-head" role="presentation">
            {search.groups[name]}
          </div>
          {some.map((option) => (
            <SearchOption
              key={option.key}
              id={`${id}-${options.indexOf(option)}`}
              option={option}
              words={words}
              isActive={option === active}
              onOpen={() => onOpen(option)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
