import type { UndoWords } from '../undo.ts';

export const undoDe: UndoWords = {
  undo: 'Rückgängig',
  deleted: (name) => `„${name}“ ist gelöscht.`,
  deletedText:
    'Die Adresse gilt gleich nicht mehr, und das Geheimnis wird vergessen. Was angekommen ist, bleibt, bis seine Zeit um ist.',
  wordRemoved: (word) => `„${word}“ wird nicht mehr beobachtet.`,
  unmuted: (name) => `„${name}“ ist nicht mehr stumm.`,
};
