import type { GapWords } from '../gap.ts';

export const gapDe: GapWords = {
  aWhile: 'Eine Weile konnte nichts ankommen',
  fromTo: (from, to) => `Von ${from} bis ${to} konnte nichts ankommen`,
  recovered: (n) => `${n} nachgeholt`,
  unknown: 'nicht bekannt, ob etwas fehlt',
  lost: (n) => `${n} konnte der Anbieter nicht zustellen`,
  nothing: 'nichts fehlt',
  closed: 'Greenroom war geschlossen',
  path: 'der Weg herein war weg',
};
