import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Insights } from '../../../shared/insights.ts';
import { useAgentName, useStores } from '../../stores/context.ts';
import { lengthInWords } from '../../text/time.ts';
import { Blank } from '../../ui/Blank.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { insights as words } from '../../words/insights.ts';
import { Bars } from './Bars.tsx';
import { Chart } from './Chart.tsx';
import { pointTime } from './chart-words.ts';
import { Figure } from './Figure.tsx';
import { InsightsFilters } from './InsightsFilters.tsx';
import { Tiles } from './Tiles.tsx';
import { Week } from './Week.tsx';
import './insights.css';

/** It is looked at again while it is open. */
const AGAIN_MS = 60_000;
/** While the counts are being made anew. */
const SOON_MS = 2_000;

/** What happened over a period, in figures. */
export function InsightsScreen() {
  const store = useStores().insights;
  const { insights, phase, error, load } = useStore(store);

  useEffect(() => {
    void load();
  }, [load]);

  const isCounting = insights?.counting === true;
  useEffect(() => {
    const timer = setInterval(() => void load(), isCounting ? SOON_MS : AGAIN_MS);
    return () => clearInterval(timer);
  }, [load, isCounting]);

  return (
    <div className="insights">
      <InsightsFilters />
      {error && <Failure error={error} onRetry={() => load()} />}
      {!insights && phase === 'loading' && <Loading />}
      {isCounting && (
        <p className="quiet" role="status">
          {words.counting}
        </p>
      )}
      {insights && (isEmpty(insights) && !isCounting ? <Empty /> : <Figures insights={insights} />)}
    </div>
  );
}

function Empty() {
  return (
    <Blank title={words.emptyTitle}>
      <p>{words.empty}</p>
    </Blank>
  );
}

function Figures({ insights }: { insights: Insights }) {
  const { points, unit, lengths, week, agents, deliveries } = insights;
  const theme = useStore(useStores().settings, (state) => state.settings?.theme ?? 'system');
  const nameOf = useAgentName();
  const times = points.map(({ at }) => at);
  const rowsOf = (...names: ('sessions' | 'joins' | 'messages' | 'concurrent')[]) =>
    points.map((point) => [pointTime(point.at, unit), ...names.map((name) => point[name])]);
  const lengthRows = lengths.bars.map(({ upToMs, count }) => ({
    key: String(upToMs),
    name: upToMs === null ? words.longer : words.upTo(lengthInWords(upToMs)),
    value: count,
  }));
  return (
    <>
      <Tiles insights={insights} />
      <div className="figures">
        <Figure
          title={words.overTime}
          chart={
            <Chart
              label={words.overTime}
              unit={unit}
              times={times}
              theme={theme}
              series={[
                { name: words.messages, values: points.map(({ messages }) => messages), as: 'bars' },
                { name: words.joins, values: points.map(({ joins }) => joins), as: 'line' },
              ]}
            />
          }
          table={{
            head: [words.when, words.sessions, words.joins, words.messages],
            rows: rowsOf('sessions', 'joins', 'messages'),
          }}
        />
        <Figure
          title={words.concurrentTitle}
          chart={
            <Chart
              label={words.concurrentTitle}
              unit={unit}
              times={times}
              theme={theme}
              series={[
                { name: words.concurrent, values: points.map(({ concurrent }) => concurrent), as: 'line' },
              ]}
            />
          }
          table={{ head: [words.when, words.concurrent], rows: rowsOf('concurrent') }}
        />
        <Figure title={words.week} chart={<Week week={week} />} />
        <Figure title={words.lengths} chart={<Bars rows={lengthRows} />} />
        <Figure
          title={words.agents}
          chart={
            <Bars
              rows={agents.map(({ agentId, sessions }) => ({
                key: agentId,
                name: nameOf(agentId) ?? agentId,
                value: sessions,
              }))}
            />
          }
          table={{
            head: [words.agent, words.sessions, words.messages],
            rows: agents.map(({ agentId, sessions, messages }) => [
              nameOf(agentId) ?? agentId,
              sessions,
              messages,
            ]),
          }}
        />
        <Figure
          title={words.deliveries}
          chart={
            <Bars
              rows={(['verified', 'unproved', 'rejected', 'duplicates'] as const).map((name) => ({
                key: name,
                name: words[name],
                value: deliveries[name],
              }))}
            />
          }
        />
      </div>
    </>
  );
}

function isEmpty({ totals, deliveries }: Insights): boolean {
  const { verified, unproved, rejected } = deliveries;
  return (
    totals.sessions + totals.messages + totals.joins + totals.failed + verified + unproved + rejected === 0
  );
}
