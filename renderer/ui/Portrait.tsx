import { type CSSProperties, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SessionState } from '../../shared/events.ts';
import { useStores } from '../stores/context.ts';
import { inertLine } from '../text/inert.ts';

interface Props {
  /** What makes the colour: the same for one agent everywhere. */
  seed: string;
  name: string;
  state?: SessionState;
  /** Whose picture it is, where the vendor has one. */
  agentId?: string | null;
}

/** An agent's picture, else a coloured tile with the first letter; the state is a shape in its corner. */
export function Portrait({ seed, name, state, agentId = null }: Props) {
  const picture = usePicture(agentId);
  const [broken, setBroken] = useState<string | null>(null);
  const letter = [...inertLine(name, 8)][0]?.toLocaleUpperCase() ?? '';
  return (
    <span
      className="portrait"
      data-state={state}
      aria-hidden="true"
      style={{ '--hue': hue(seed) } as CSSProperties}
    >
      {picture && picture !== broken ? (
        <img src={picture} alt="" draggable={false} onError={() => setBroken(picture)} />
      ) : (
        letter
      )}
    </span>
  );
}

/** Asked for when it is first shown. */
function usePicture(agentId: string | null): string | null {
  const { agents } = useStores();
  const hasPicture = useStore(
    agents,
    (state) => agentId !== null && state.byId.get(agentId)?.hasPicture === true,
  );
  const picture = useStore(agents, (state) =>
    agentId === null ? null : (state.pictures.get(agentId) ?? null),
  );
  useEffect(() => {
    if (hasPicture && agentId !== null && picture === null) agents.getState().want(agentId);
  }, [agents, agentId, hasPicture, picture]);
  return hasPicture ? picture : null;
}

function hue(seed: string): number {
  let hash = 7;
  for (let i = 0; i < seed.length; i++) hash = (hash * 31 + seed.charCodeAt(i)) >>> 0;
  return hash % 360;
}
