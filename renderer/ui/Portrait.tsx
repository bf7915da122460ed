import type { CSSProperties } from 'react';
import type { SessionState } from '../../shared/events.ts';
import { inertLine } from '../text/inert.ts';

interface Props {
  /** What makes the colour: the same for one agent everywhere. */
  seed: string;
  name: string;
  state?: SessionState;
}

/** Stands for a picture: a coloured tile with the first letter, and the state as a shape in its corner. */
export function Portrait({ seed, name, state }: Props) {
  const letter = [...inertLine(name, 8)][0]?.toLocaleUpperCase() ?? '';
  return (
    <span
      className="portrait"
      data-state={state}
      aria-hidden="true"
      style={{ '--hue': hue(seed) } as CSSProperties}
    >
      {letter}
    </span>
  );
}

function hue(seed: string): number {
  let hash = 7;
  for (let i = 0; i < seed.length; i++) hash = (hash * 31 + seed.charCodeAt(i)) >>> 0;
  return hash % 360;
}
