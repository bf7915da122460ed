import {
  Activity,
  Bell,
  BellOff,
  Bot,
  Keyboard,
  type LucideIcon,
  PanelsTopLeft,
  Play,
  Plus,
  Send,
  Settings,
  SunMoon,
  Webhook,
} from 'lucide-react';
import { search } from '../../words/search.ts';
import type { CommandName } from './commands.ts';
import { Marked } from './Marked.tsx';
import { OptionRow, type RowProps } from './OptionRow.tsx';
import type { Thing, ThingKind } from './things.ts';

const icons: Record<ThingKind, LucideIcon> = {
  command: Play,
  screen: PanelsTopLeft,
  endpoint: Webhook,
  agent: Bot,
};

const commandIcons: Record<CommandName, LucideIcon> = {
  newEndpoint: Plus,
  sample: Send,
  prove: Activity,
  pause: BellOff,
  resume: Bell,
  theme: SunMoon,
  section: Settings,
  keys: Keyboard,
};

interface Props extends RowProps {
  thing: Thing;
  words: readonly string[];
}

/** What can be gone to or done. */
export function ThingRow({ thing: { kind, title, detail, command }, words, ...row }: Props) {
  const Icon = command ? commandIcons[command] : icons[kind];
  // Among nothing but commands that goes without saying.
  const isPlain = words.length === 0;
  return (
    <OptionRow {...row} sign={<Icon aria-hidden />} end={isPlain ? undefined : search.kinds[kind]}>
      <span>
        <strong>
          <Marked text={title} words={words} />
        </strong>{' '}
        {detail && (
          <em>
            <Marked text={detail} words={words} />
          </em>
        )}
      </span>
    </OptionRow>
  );
}
