import { cleanText } from '../../../shared/clean-text.ts';
import type { Join } from './recent-joins.ts';
import { ago, type TimeWords } from './time-words.ts';

const NAME_LENGTH = 32;
const ROOM_LENGTH = 24;

/** One line of a menu: `Joined Anna · lobby · 3 min ago`. Names are strangers' texts. */
export function joinWords(join: Join, now: number): TimeWords {
  const who = cleanText(join.who, NAME_LENGTH) || 'your avatar';
  const when = ago(join.at, now);
  const parts = [
    join.kind === 'joined' ? `Joined ${who}` : `Conversation with ${who}`,
    cleanText(join.room ?? '', ROOM_LENGTH),
    when.words,
    join.isSample ? 'sample' : join.isProved ? '' : 'not proved',
  ];
  return { ...when, words: parts.filter((part) => part !== '').join(' · ') };
}
