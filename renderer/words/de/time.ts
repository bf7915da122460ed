import type { TimeWords } from '../time.ts';

export const timeDe: TimeWords = {
  unreadable: '–',
  today: 'Heute',
  yesterday: 'Gestern',
  seconds: (n) => `${n} s`,
  minutes: (n) => `${n} Min.`,
  hours: (n) => `${n} Std.`,
  hoursMinutes: (h, min) => `${h} Std. ${min} Min.`,
  days: (n) => `${n} Tage`,
  justNow: 'gerade eben',
  ago: (length) => `vor ${length.replace(/Tage$/, 'Tagen')}`,
};
