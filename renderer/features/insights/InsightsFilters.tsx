import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { type Period, periods, spanOf } from '../../stores/insights-store.ts';
import { inertLine } from '../../text/inert.ts';
import { Segments } from '../../ui/Segments.tsx';
import { insights as words } from '../../words/insights.ts';

const choices = periods.map((value) => ({ value, label: words.periods[value] }));

/** Which time, and which endpoint. */
export function InsightsFilters() {
  const stores = useStores();
  const { filter, load } = useStore(stores.insights);
  const endpoints = useStore(stores.endpoints, (state) => state.endpoints);
  const isBad = spanOf(filter, new Date()) === undefined;
  return (
    <div className="insights-filters">
      <Segments<Period>
        label={words.period}
        value={filter.period}
        choices={choices}
        onChange={(period) => load({ period })}
      />
      {filter.period === 'own' &&
        (['from', 'to'] as const).map((side) => (
          <label key={side} className="day-choice">
            {words[side]}
            <input
              type="date"
              value={filter[side]}
              aria-invalid={isBad}
              onChange={({ target }) => load({ [side]: target.value })}
            />
          </label>
        ))}
      <select
        aria-label={words.endpoint}
        value={filter.endpointId ?? ''}
        onChange={({ target }) => load({ endpointId: target.value || null })}
      >
        <option value="">{words.allEndpoints}</option>
        {endpoints.map(({ id, name }) => (
          <option key={id} value={id}>
            {inertLine(name)}
          </option>
        ))}
      </select>
      {isBad && (
        <p className="problem" role="alert">
          {words.badDays}
        </p>
      )}
    </div>
  );
}
