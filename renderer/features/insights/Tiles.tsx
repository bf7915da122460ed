import type { Insights, InsightTotals } from '../../../shared/insights.ts';
import { lengthInWords } from '../../text/time.ts';
import { insights as words } from '../../words/insights.ts';
import { formatLocale } from '../../words/language.ts';
import { changeOf } from './chart-words.ts';

/** The figures at a glance, each with what it was before. */
export function Tiles({ insights }: { insights: Insights }) {
  const { totals, before, lengths, pace, deliveries } = insights;
  const counted = (name: keyof InsightTotals) => (
    <Tile
      title={words[name]}
      value={totals[name].toLocaleString(formatLocale)}
      note={changeNote(totals[name], before?.[name])}
    />
  );
  return (
    <dl className="tiles" aria-label={words.figures}>
      {counted('sessions')}
      {counted('joins')}
      {counted('messages')}
      {counted('failed')}
      <Tile
        title={words.length}
        value={time(lengths.median)}
        note={lengths.p90 === null ? '' : words.p90(time(lengths.p90))}
      />
      <Tile
        title={words.pace}
        value={time(pace.median)}
        note={pace.p90 === null ? '' : words.p90(time(pace.p90))}
      />
      <Tile title={words.refused} value={deliveries.rejected.toLocaleString(formatLocale)} note="" />
      <Tile
        title={words.answer}
        value={time(deliveries.answers.median)}
        note={deliveries.answers.p99 === null ? '' : words.p99(time(deliveries.answers.p99))}
      />
    </dl>
  );
}

function Tile({ title, value, note }: { title: string; value: string; note: string }) {
  return (
    <div className="tile">
      <dt>{title}</dt>
      <dd>
        <strong>{value}</strong>
        <small>{note}</small>
      </dd>
    </div>
  );
}

function changeNote(now: number, before: number | undefined): string {
  const change = changeOf(now, before);
  if (change !== undefined) return words.before(change);
  return before === 0 && now > 0 ? words.beforeNone : '';
}

/** `–`, `1.4 ms`, `2.1 s`, `6 min`. */
export function time(ms: number | null): string {
  if (ms === null) return words.none;
  if (ms < 1000) return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : lengthInWords(ms);
}
