import { timeDe } from './de/time.ts';
import { inLanguage } from './language.ts';

const en = {
  unreadable: '–',
  today: 'Today',
  yesterday: 'Yesterday',
  seconds: (n: number) => `${n} s`,
  minutes: (n: number) => `${n} min`,
  hours: (n: number) => `${n} h`,
  hoursMinutes: (h: number, min: number) => `${h} h ${min} min`,
  days: (n: number) => `${n} days`,
  justNow: 'just now',
  ago: (length: string) => `${length} ago`,
};

export type TimeWords = typeof en;
export const time = inLanguage(en, timeDe);
