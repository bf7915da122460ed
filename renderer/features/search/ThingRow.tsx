import { AudioLines, Bot, type LucideIcon, PanelsTopLeft, Play, Webhook } from 'lucide-react';
import { inertLine } from '../../text/inert.ts';
import { find } from '../../words/find.ts';
import type { Thing, ThingKind } from './things.ts';

const icons: Record<ThingKind, LucideIcon> = {
  command: Play,
  screen: PanelsTopLeft,
  endpoint: Webhook,
  agent: Bot,
  session: AudioLines,
};

interface Props {
  id: string;
  thing: Thing;
  isActive: boolean;
  onOpen(): void;
}

/** One line of the search that is no event. */
export function ThingRow({ id, thing: { kind, title, detail }, isActive, onOpen }: Props) {
  const Icon = icons[kind];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search box keeps the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box takes the keys
    <div
      id={id}
      role="option"
      className="result thing"
      aria-selected={isActive}
      onPointerDown={(press) => press.preventDefault()}
      onClick={onOpen}
    >
      <Icon aria-hidden />
      <div>
        <strong>{inertLine(title)}</strong> {detail && <em>{inertLine(detail)}</em>}
      </div>
      <span className="thing-kind">{find.kinds[kind]}</span>
    </div>
  );
}
