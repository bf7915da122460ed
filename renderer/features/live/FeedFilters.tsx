import { ListFilter, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import type { FeedFilter } from '../../stores/feed-filter.ts';
import { Panel } from '../../ui/Panel.tsx';
import { live as words } from '../../words/live.ts';
import { type FilterPart, useFilterParts } from './use-filter-parts.ts';
import './filters.css';

/** What of the feed and the cards is shown: chosen in a panel, told by chips that take it back. */
export function FeedFilters() {
  const stores = useStores();
  const { filter, load } = useStore(stores.feed);
  const { unread, markAll } = useStore(stores.seen);
  const parts = useFilterParts(filter);
  const count = Object.keys(filter).length;
  const total = [...unread.values()].reduce((sum, n) => sum + n, 0);
  const without = (name: keyof FeedFilter) => {
    const { [name]: _, ...others } = filter;
    return others;
  };
  return (
    <div className="feed-head">
      <h2>{words.feed}</h2>
      <ul className="filter-chips">
        {parts.map(
          ({ name, chosen }) =>
            chosen !== undefined && (
              <li key={name}>
                <Chip value={chosen} onRemove={() => load(without(name))} />
              </li>
            ),
        )}
        {filter.unread && (
          <li>
            <Chip value={words.onlyUnread} onRemove={() => load(without('unread'))} />
          </li>
        )}
      </ul>
      {total > 0 && (
        <button type="button" className="link" onClick={markAll}>
          {words.markRead}
        </button>
      )}
      <Choices parts={parts} count={count} total={total} />
    </div>
  );
}

function Chip({ value, onRemove }: { value: string; onRemove(): void }) {
  return (
    <button
      type="button"
      className="filter-chip"
      aria-label={words.remove(value)}
      title={words.remove(value)}
      onClick={onRemove}
    >
      <span>{value}</span>
      <X aria-hidden />
    </button>
  );
}

function Choices({ parts, count, total }: { parts: FilterPart[]; count: number; total: number }) {
  const { filter, load } = useStore(useStores().feed);
  return (
    <Panel
      label={count === 0 ? words.filter : words.filtered(count)}
      icon={<ListFilter aria-hidden />}
      isOn={count > 0}
      title={words.filterTitle}
      className="filter-panel"
    >
      {parts.map(({ name, label: title, choices }) => (
        <label key={name}>
          <span>{title}</span>
          <select
            value={filter[name] ?? ''}
            onChange={({ target }) => {
              const { [name]: _, ...others } = filter;
              load(target.value ? { ...others, [name]: target.value } : others);
            }}
          >
            <option value="">{words.any}</option>
            {choices.map(({ value, label: text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
            {isGone(filter[name], choices) && <option value={filter[name]}>{words.unknown}</option>}
          </select>
        </label>
      ))}
      <label className="check">
        <input
          type="checkbox"
          checked={filter.unread === true}
          onChange={({ target }) => {
            const { unread: _, ...others } = filter;
            load(target.checked ? { ...others, unread: true } : others);
          }}
        />
        {words.onlyUnread}
        {total > 0 && <small className="quiet">{words.unread(total)}</small>}
      </label>
      <button type="button" className="button" disabled={count === 0} onClick={() => load({})}>
        {words.clear}
      </button>
    </Panel>
  );
}

function isGone(value: string | undefined, choices: FilterPart['choices']): boolean {
  return value !== undefined && !choices.some((one) => one.value === value);
}
