import { undoDe } from './de/undo.ts';
import { inLanguage } from './language.ts';

const en = {
  undo: 'Undo',
  deleted: (name: string) => `“${name}” is deleted.`,
  deletedText:
    'Its URL stops working in a moment, and its secret is forgotten. What came in stays until its time is over.',
  wordRemoved: (word: string) => `“${word}” is watched no more.`,
  unmuted: (name: string) => `“${name}” is no longer muted.`,
};

export type UndoWords = typeof en;
export const undo = inLanguage(en, undoDe);
