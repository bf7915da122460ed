import { useEffect, useRef, useState } from 'react';
import type { Insights } from '../../../shared/insights.ts';
import { insights as words } from '../../words/insights.ts';
import { pointTime } from './chart-words.ts';
import type { Drawing, Series } from './draw-chart.ts';

interface Props {
  label: string;
  unit: Insights['unit'];
  times: readonly string[];
  series: readonly Series[];
  /** Draws anew: the canvas keeps its colours. */
  theme: string;
}

/** A chart that is also read by keyboard: the arrows go from point to point, and each is read out. */
export function Chart({ label, unit, times, series, theme }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const data = JSON.stringify([times, series, theme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the data as one text, so that equal data is not drawn again
  useEffect(() => {
    const target = box.current;
    if (!target) return;
    let isGone = false;
    let observer: ResizeObserver | undefined;
    // Only whoever looks at figures loads what draws them.
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (isGone) return;
      const drawn = drawChart(target, times, series);
      drawing.current = drawn;
      observer = new ResizeObserver(([entry]) => entry && drawn.resize(entry.contentRect.width));
      observer.observe(target);
    });
    return () => {
      isGone = true;
      observer?.disconnect();
      drawing.current?.end();
      drawing.current = null;
    };
  }, [data]);

  const move = (to: number | null) => {
    setAt(to);
    drawing.current?.point(to);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const last = times.length - 1;
    const steps: Record<string, number> = {
      ArrowRight: at === null ? 0 : Math.min(last, at + 1),
      ArrowLeft: at === null ? last : Math.max(0, at - 1),
      Home: 0,
      End: last,
    };
    const to = steps[event.key];
    if (to === undefined || last < 0) return;
    event.preventDefault();
    move(to);
  };
  const time = at === null ? undefined : times[at];

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a slider has one value, this has several */}
      <div
        ref={box}
        className="chart"
        role="group"
        aria-roledescription="chart"
        aria-label={`${label}. ${words.chartHint}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is read by the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => move(null)}
      />
      <p className="chart-key" aria-hidden="true">
        {series.map(({ name, values }, index) => (
          <span key={name} data-series={index}>
            <i />
            {at === null ? name : `${name}: ${values[at]}`}
          </span>
        ))}
        {time !== undefined && <span>{pointTime(time, unit)}</span>}
      </p>
      <p className="unseen" role="status">
        {time !== undefined &&
          at !== null &&
          [pointTime(time, unit), ...series.map(({ name, values }) => `${name}: ${values[at]}`)].join(', ')}
      </p>
    </>
  );
}
