import { useStore } from 'zustand';
import { eventKinds, type Verdict, verdicts } from '../../../shared/events.ts';
import { useStores } from '../../stores/context.ts';
import { isFiltered } from '../../stores/delivery-filter.ts';
import { inertLine } from '../../text/inert.ts';
import { Segments } from '../../ui/Segments.tsx';
import { verdictWords, deliveries as words } from '../../words/deliveries.ts';
import { kindWords } from '../../words/events.ts';

type Choice = Verdict | 'all';

const choices: { value: Choice; label: string }[] = [
  { value: 'all', label: words.all },
  ...verdicts.map((value) => ({ value, label: verdictWords[value] })),
];

/** What was fetched, or told by Greenroom itself, never was a delivery. */
const kinds = eventKinds.filter((kind) => kind !== 'gap');

/** Which deliveries are listed; kept until it is changed. */
export function DeliveryFilters() {
  const { filter, load } = useStore(useStores().deliveries);
  const endpoints = useStore(useStores().endpoints, (state) => state.endpoints);
  const { endpointId, verdict, kind, repeated, ...none } = filter;
  const isGone = endpointId !== undefined && !endpoints.some(({ id }) => id === endpointId);
  return (
    <div className="list-head delivery-filters">
      <Segments<Choice>
        label={words.filterVerdict}
        value={verdict ?? 'all'}
        choices={choices}
        onChange={(next) => {
          const { verdict: _, ...others } = filter;
          load(next === 'all' ? others : { ...others, verdict: next });
        }}
      />
      <select
        aria-label={words.filterEndpoint}
        value={endpointId ?? ''}
        onChange={({ target }) => {
          const { endpointId: _, ...others } = filter;
          load(target.value ? { ...others, endpointId: target.value } : others);
        }}
      >
        <option value="">{words.allEndpoints}</option>
        {endpoints.map(({ id, name }) => (
          <option key={id} value={id}>
            {inertLine(name)}
          </option>
        ))}
        {isGone && <option value={endpointId}>{words.unknownEndpoint}</option>}
      </select>
      <select
        aria-label={words.filterKind}
        value={kind ?? ''}
        onChange={({ target }) => {
          const { kind: _, ...others } = filter;
          const next = kinds.find((known) => known === target.value);
          load(next ? { ...others, kind: next } : others);
        }}
      >
        <option value="">{words.allKinds}</option>
        {kinds.map((value) => (
          <option key={value} value={value}>
            {kindWords[value]}
          </option>
        ))}
      </select>
      <label className="check">
        <input
          type="checkbox"
          checked={repeated === true}
          onChange={({ target }) => {
            const { repeated: _, ...others } = filter;
            load(target.checked ? { ...others, repeated: true } : others);
          }}
        />
        {words.onlyRepeated}
      </label>
      {isFiltered(filter) && (
        <button type="button" className="link" onClick={() => load(none)}>
          {words.clearFilters}
        </button>
      )}
    </div>
  );
}
