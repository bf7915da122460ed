/** Longer ones are told in hours. */
const MOST_MINUTES = 90;

export interface Span {
  unit: 'minute' | 'hour';
  many: number;
}

/** As coarse as an alert needs it. @param minutes whole, one or more */
export function spanOf(minutes: number): Span {
  return minutes < MOST_MINUTES
    ? { unit: 'minute', many: minutes }
    : { unit: 'hour', many: Math.round(minutes / 60) };
}
