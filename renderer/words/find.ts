import type { ThingKind } from '../features/search/things.ts';

export const find = {
  kinds: {
    command: 'Command',
    screen: 'Screen',
    endpoint: 'Endpoint',
    agent: 'Agent',
    session: 'Session',
  } satisfies Record<ThingKind, string>,
  things: 'Go to, or do',
  said: 'In what happened',
  commands: {
    newEndpoint: 'New endpoint',
    pauseQuarter: 'Pause alerts for 15 minutes',
    pauseHour: 'Pause alerts for an hour',
    pauseTomorrow: 'Pause alerts until tomorrow',
    resume: 'Resume alerts',
    prove: 'Test the way in now',
    light: 'Light theme',
    dark: 'Dark theme',
    system: 'Theme of the system',
    alerts: 'Settings of alerts',
    why: 'Why was I not told?',
    keys: 'Keyboard shortcuts',
  },
  /** More words by which a command is found. */
  alsoKnownAs: {
    newEndpoint: 'add create webhook',
    pauseQuarter: 'mute notifications silence',
    pauseHour: 'mute notifications silence',
    pauseTomorrow: 'mute notifications silence',
    resume: 'unmute notifications',
    prove: 'tunnel retry connection',
    light: 'appearance',
    dark: 'appearance night',
    system: 'appearance',
    alerts: 'notifications',
    why: 'notifications silent',
    keys: 'help hotkeys',
  } satisfies Record<string, string>,
  settingFailed: 'That could not be done. Try it where the setting is.',
};

export type CommandName = keyof typeof find.commands;

export const keySheet = {
  title: 'Keyboard shortcuts',
  groups: { anywhere: 'Anywhere', lists: 'In lists and tables', search: 'In the search' },
  goTo: (screen: string) => `Go to ${screen}`,
  search: 'Find anything, or do something',
  sheet: 'Show these shortcuts',
  close: 'Close what is open',
  move: 'Move',
  ends: 'First and last row',
  page: 'A page up or down',
  open: 'Open',
  next: 'Next part of the window',
};
