import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatLocale } from '../../words/language.ts';

export interface Series {
  name: string;
  values: readonly number[];
  as: 'bars' | 'line';
}

export interface Drawing {
  /** Shows where the reader is; null: nowhere. */
  point(index: number | null): void;
  resize(width: number): void;
  end(): void;
}

const HEIGHT = 200;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** How far apart two marks below the axis may be, in seconds. */
const marks = [
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
];
const seriesColours = ['--accent', '--warn'];

/** Draws a chart into a box, in the colours of the theme. @param times of the points, ISO 8601 */
export function drawChart(box: HTMLElement, times: readonly string[], series: readonly Series[]): Drawing {
  const colour = coloursOf(box);
  const seconds = times.map((iso) => Date.parse(iso) / 1000);
  const bars = uPlot.paths.bars?.({ size: [0.7, 40], radius: 0.15 });
  const step = Math.min(...seconds.slice(1).map((at, index) => at - (seconds[index] ?? at)), DAY);
  const axis = {
    stroke: colour('--ink-3'),
    font: `12px ${getComputedStyle(box).fontFamily}`,
    grid: { stroke: colour('--line-soft'), width: 1 },
    ticks: { show: false },
  };
  const plot = new uPlot(
    {
      width: box.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      scales: {
        // Half a step beside the first and the last, so that their bars are whole.
        x: { range: (_, from, to) => [from - step / 2, to + step / 2] },
        y: { range: (_, __, most) => [0, Math.max(1, Math.ceil(most * 1.1))] },
      },
      axes: [
        {
          ...axis,
          size: 28,
          // No mark between two points: no day has a noon where a point is a day.
          incrs: marks.filter((mark) => mark >= step),
          values: (_, at, __, ___, apart) => at.map((second) => tick(second, apart)),
        },
        {
          ...axis,
          size: 40,
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000],
        },
      ],
      series: [
        {},
        ...series.map(({ name, as }, index) => {
          const stroke = colour(seriesColours[index] ?? '--ink-2');
          return {
            label: name,
            stroke,
            width: as === 'bars' ? 0 : 2,
            points: { show: false },
            ...(as === 'bars' && bars && { fill: stroke, paths: bars }),
          };
        }),
      ],
    },
    [seconds, ...series.map(({ values }) => [...values])],
    box,
  );
  return {
    point(index) {
      const at = index === null ? undefined : plot.data[0][index];
      plot.setCursor({ left: at === undefined ? -10 : plot.valToPos(at, 'x'), top: 0 });
    },
    resize: (width) => plot.setSize({ width, height: HEIGHT }),
    end: () => plot.destroy(),
  };
}

const dayTick = new Intl.DateTimeFormat(formatLocale, { day: 'numeric', month: 'short' });
const hourTick = new Intl.DateTimeFormat(formatLocale, { hour: '2-digit', minute: '2-digit' });

/** Below the axis. @param step between two ticks, in seconds */
function tick(seconds: number, step: number): string {
  return (step < DAY ? hourTick : dayTick).format(new Date(seconds * 1000));
}

/** A canvas knows no variables: each is looked up as the page shows it. */
function coloursOf(box: HTMLElement): (name: string) => string {
  return (name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    box.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
