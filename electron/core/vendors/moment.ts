import type { Json } from '../../../shared/events.ts';

const endOfYear9999 = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** As seconds this would be the year 5138, so a larger number counts milliseconds. */
const largestSeconds = 1e11;

/**
 * A vendor's time as milliseconds since the epoch, from Unix seconds with or without a fraction, milliseconds,
 * either as text, or ISO 8601 with a `T` or a space; without a zone it is UTC. Undefined where it is no
 * plausible time.
 */
export function readMoment(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return plausible(fromUnix(value));
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return plausible(/^\d{1,20}(\.\d{1,20})?$/.test(text) ? fromUnix(Number(text)) : fromIso(text));
}

function plausible(milliseconds: number): number | undefined {
  return milliseconds >= 0 && milliseconds <= endOfYear9999 ? milliseconds : undefined;
}

function fromUnix(value: number): number {
  if (value < 0) return Number.NaN;
  return Math.round(value > largestSeconds ? value : value * 1000);
}

const iso =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))? ?(?:Z|UTC|([+-](?:0\d|1[0-4])):?([0-5]\d))?$/i;

/** NaN where the text is no time. */
function fromIso(text: string): number {
  const [, date, time, fraction = '', offsetHours = '+00', offsetMinutes = '00'] = iso.exec(text) ?? [];
  const local = Date.parse(`${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  // The engine takes the 30th of February for the 2nd of March; a wrong day is no day.
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 10) !== date) return Number.NaN;
  const minutes = Number(offsetHours.slice(1)) * 60 + Number(offsetMinutes);
  return local - (offsetHours.startsWith('-') ? -minutes : minutes) * 60_000;
}
