import { cleanText } from '../../../shared/clean-text.ts';
import type { ShellWords } from '../words/words.ts';
import type { Join } from './recent-joins.ts';
import { ago, type TimeWords } from './time-words.ts';

const NAME_LENGTH = 32;
const ROOM_LENGTH = 24;

/** One line of a menu: `Joined Anna · lobby · 3 min ago`. Names are strangers' texts. */
export function joinWords(join: Join, now: number, { tray, time }: ShellWords): TimeWords {
  const who = cleanText(join.who, NAME_LENGTH) || tray.avatar;
  const when = ago(join.at, now, time);
  const parts = [
    join.kind === 'joined' ? tray.joined(who) : tray.started(who),
    cleanText(join.room ?? '', ROOM_LENGTH),
    when.words,
    join.isSample ? tray.sample : join.isProved ? '' : tray.notProved,
  ];
  return { ...when, words: parts.filter((part) => part !== '').join(' · ') };
}
