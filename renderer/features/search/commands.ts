import type { Endpoint } from '../../../shared/endpoints.ts';
import { type Pause, pauses } from '../../../shared/pause.ts';
import type { Settings } from '../../../shared/settings.ts';
import { newEndpoint, routeHash } from '../../stores/route-store.ts';
import { alsoKnownAs, commands as words } from '../../words/search.ts';
import { settings as settingsWords } from '../../words/settings.ts';
import { sections } from '../settings/sections.ts';
import type { Thing } from './things.ts';

const themes = ['light', 'dark', 'system'] as const;

export type CommandName = Exclude<keyof typeof alsoKnownAs, 'connection'>;

/** What is done by a call, or in this window, rather than gone to. */
export type Command =
  | { does: 'sample'; endpointId: string }
  | { does: 'pause'; pause: Pause }
  | { does: 'resume' | 'prove' | 'keys' }
  | { does: 'theme'; theme: Settings['theme'] }
  /** Goes to the newest session of an agent, which may have several ids. */
  | { does: 'agent'; ids: readonly string[]; name: string };

interface Now {
  endpoints: readonly Pick<Endpoint, 'id' | 'name' | 'enabled'>[];
  isPaused: boolean;
  isDesktop: boolean;
  theme: Settings['theme'] | undefined;
}

/** What can be done now, the likeliest first; nothing that is so already. */
export function commandsOf({ endpoints, isPaused, isDesktop, theme }: Now): Thing[] {
  const command = (title: string, name: CommandName, leads: Thing['leads'], key = title): Thing => ({
    kind: 'command',
    key: `command ${key}`,
    title,
    alsoKnownAs: alsoKnownAs[name],
    command: name,
    leads,
  });
  const does = (leads: Command) => leads;
  return [
    command(words.newEndpoint, 'newEndpoint', { to: routeHash('endpoints', newEndpoint) }),
    ...endpoints
      .filter(({ enabled }) => enabled)
      .map(({ id, name }) =>
        command(words.sample(name), 'sample', does({ does: 'sample', endpointId: id }), `sample ${id}`),
      ),
    command(words.prove, 'prove', does({ does: 'prove' })),
    ...(isPaused
      ? [command(words.resume, 'resume', does({ does: 'resume' }))]
      : pauses.map((pause) => command(words.pause[pause], 'pause', does({ does: 'pause', pause })))),
    command(words.keys, 'keys', does({ does: 'keys' })),
    ...themes
      .filter((one) => one !== theme)
      .map((one) => command(words.themes[one], 'theme', does({ does: 'theme', theme: one }))),
    ...sections
      .filter((section) => isDesktop || section !== 'computer')
      .map((section) =>
        command(words.section(settingsWords.sections[section]), 'section', {
          to: routeHash('settings', section),
        }),
      ),
  ];
}
