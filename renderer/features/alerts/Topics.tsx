import { useId } from 'react';
import type { Settings } from '../../../shared/settings.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { alerts as words } from '../../words/alerts.ts';
import { useSave } from './use-save.ts';

type Topic = 'alertJoined' | 'alertStarted' | 'alertAgents' | 'alertSessions' | 'alertConnection';

const topics: readonly { name: Topic; label: string; hint?: string }[] = [
  { name: 'alertJoined', label: words.joined },
  { name: 'alertStarted', label: words.started },
  { name: 'alertAgents', label: words.agents, hint: words.agentsHint },
  { name: 'alertSessions', label: words.sessions },
  { name: 'alertConnection', label: words.connection, hint: words.connectionHint },
];

/** What is told, topic by topic. */
export function Topics({ settings }: { settings: Settings }) {
  const { error, save } = useSave();
  const id = useId();
  return (
    <>
      <ul className="topics">
        {topics.map(({ name, label, hint }) => (
          <li key={name}>
            <Switch
              label={label}
              on={settings[name]}
              describedBy={hint && `${id}-${name}`}
              onChange={(on) => save({ [name]: on })}
            />
            {hint && (
              <small id={`${id}-${name}`} className="quiet">
                {hint}
              </small>
            )}
          </li>
        ))}
      </ul>
      {error && <Failure error={error} />}
    </>
  );
}
