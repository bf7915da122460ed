import { useStore } from 'zustand';
import { type Verdict, verdicts } from '../../../shared/events.ts';
import { useStores } from '../../stores/context.ts';
import { inertLine } from '../../text/inert.ts';
import { Segments } from '../../ui/Segments.tsx';
import { verdictWords, deliveries as words } from '../../words/deliveries.ts';

type Choice = Verdict | 'all';

const choices: { value: Choice; label: string }[] = [
  { value: 'all', label: words.all },
  ...verdicts.map((value) => ({ value, label: verdictWords[value] })),
];

export function DeliveryFilters() {
  const { filter, load } = useStore(useStores().deliveries);
  const endpoints = useStore(useStores().endpoints, (state) => state.endpoints);
  const { endpointId: _, ...withoutEndpoint } = filter;
  const { verdict: __, ...withoutVerdict } = filter;
  return (
    <div className="list-head">
      <Segments<Choice>
        label={words.filterVerdict}
        value={filter.verdict ?? 'all'}
        choices={choices}
        onChange={(verdict) => load(verdict === 'all' ? withoutVerdict : { ...filter, verdict })}
      />
      <select
        aria-label={words.filterEndpoint}
        value={filter.endpointId ?? ''}
        onChange={({ target }) =>
          load(target.value ? { ...filter, endpointId: target.value } : withoutEndpoint)
        }
      >
        <option value="">{words.allEndpoints}</option>
        {endpoints.map(({ id, name }) => (
          <option key={id} value={id}>
            {inertLine(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
