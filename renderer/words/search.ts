import type { Pause } from '../../shared/pause.ts';
import { alsoKnownAsDe, commandsDe, searchDe } from './de/search.ts';
import { inLanguage } from './language.ts';

const searchEn = {
  label: 'Search',
  hint: 'Find words, sessions, agents…',
  longHint: 'Find anything, or do something',
  results: 'Search results',
  groups: {
    recent: 'Searched before',
    thing: 'Go to, or do',
    delivery: 'Deliveries',
    session: 'Sessions',
    event: 'In what happened',
  },
  kinds: { command: 'Command', screen: 'Screen', endpoint: 'Endpoint', agent: 'Agent' },
  nothing: (query: string) => `Nothing found for “${query}”.`,
  nothingNext:
    'Whole words and their beginnings are found, in what is still kept. Try fewer words, or an id.',
  tooShort: 'Type one more letter to look through what happened.',
  searching: 'Searching…',
  count: (n: number, more: boolean) => (n === 1 && !more ? '1 result' : `${n}${more ? '+' : ''} results`),
  more: 'The newest are shown. Add a word to find older ones.',
  inRaw: 'In its raw delivery',
  delivery: (id: string) => `Delivery ${id}`,
  session: (id: string) => `id ${id}`,
  forget: 'Forget these searches',
  noSession: (name: string) => `Nothing of ${name} is kept yet.`,
  failed: 'It could not be done.',
  keys: { move: 'move', open: 'open', close: 'close' },
};
export type SearchWords = typeof searchEn;
export const search = inLanguage(searchEn, searchDe);

/** What can be done from the search. */
const commandsEn = {
  newEndpoint: 'New endpoint',
  sample: (endpoint: string) => `Send a sample to ${endpoint}`,
  pause: {
    quarter: 'Pause alerts for 15 minutes',
    hour: 'Pause alerts for an hour',
    tomorrow: 'Pause alerts until tomorrow',
  } satisfies Record<Pause, string>,
  paused: (until: string) => `Alerts are paused until ${until}.`,
  resume: 'Resume alerts',
  resumed: 'Alerts are on again.',
  prove: 'Test the way in now',
  themes: { light: 'Light theme', dark: 'Dark theme', system: 'Theme of the system' },
  section: (name: string) => `Settings: ${name}`,
  keys: 'Keyboard shortcuts',
};
export type CommandsWords = typeof commandsEn;
export const commands = inLanguage(commandsEn, commandsDe);

/** More words by which a command is found. */
const alsoKnownAsEn = {
  newEndpoint: 'add create webhook',
  sample: 'test try delivery',
  pause: 'mute notifications silence quiet',
  resume: 'unmute notifications alerts',
  prove: 'tunnel retry path connection check',
  theme: 'appearance look colours switch',
  section: 'preferences options',
  keys: 'help hotkeys',
  connection: 'show tunnel way in public address',
};
export type AlsoKnownAsWords = typeof alsoKnownAsEn;
export const alsoKnownAs = inLanguage(alsoKnownAsEn, alsoKnownAsDe);
