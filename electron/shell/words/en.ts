import type { ShellWords } from './words.ts';

export const shellEn: ShellWords = {
  path: {
    connected: 'Connected',
    unproved: 'The way in is not proved',
    off: 'There is no way in from the internet',
    opening: 'The way in is being opened…',
    retrying: 'The way in is lost',
    failed: 'The way in cannot be opened',
    stopping: 'Stopping…',
    noReceiver: 'This computer takes no deliveries',
    noStore: 'Deliveries cannot be kept',
  },
  time: {
    now: 'just now',
    minutes: (many) => `${many} min ago`,
    hours: (many) => `${many} h ago`,
    days: (many) => (many === 1 ? '1 day ago' : `${many} days ago`),
    until: (time, day) => (day === undefined ? `until ${time}` : `until ${day} ${time}`),
    tomorrow: 'tomorrow',
    locale: 'en-GB',
  },
  tray: {
    avatar: 'your avatar',
    joined: (who) => `Joined ${who}`,
    started: (who) => `Conversation with ${who}`,
    sample: 'sample',
    notProved: 'not proved',
    lastJoins: 'Last joins',
    noJoins: 'Nobody has joined yet',
    unread: (count) => (count === 1 ? '1 new alert' : `${count} new alerts`),
    manyUnread: 'Over 999 new alerts',
    notShown: 'Notifications are not shown: why?',
    copy: 'Copy public address',
    pause: 'Pause notifications',
    pauses: { quarter: 'For 15 minutes', hour: 'For 1 hour', tomorrow: 'Until tomorrow' },
    resume: (until) => `Resume notifications (paused ${until})`,
    paused: (until) => `notifications paused ${until}`,
    restart: (version) => (version ? `Restart to update to ${version}` : 'Restart to update'),
    available: (version) => (version ? `Version ${version} is available…` : 'A new version is available…'),
    open: 'Open Greenroom',
    settings: 'Settings…',
    quit: 'Quit Greenroom',
  },
  open: 'Open',
  mute: { endpoint: 'Mute endpoint', agent: 'Mute agent', session: 'Mute session' },
  hint: {
    title: 'Greenroom keeps running',
    darwin: 'It receives and tells as before. Open it again from the menu bar or the Dock.',
    win32: 'It receives and tells as before. Open it again from the notification area of the taskbar.',
    other:
      'It receives and tells as before. Open it again from the tray; where there is none, start Greenroom once more.',
  },
  // Electron names them in English by itself.
  menu: { settings: 'Settings…', edit: 'Edit', view: 'View', roles: {} },
  crash: {
    title: 'The window of Greenroom keeps crashing.',
    detail: (reason) =>
      `Deliveries are still received and kept. Close the window and open it again; if that does not help, quit Greenroom and start it anew. (${reason})`,
  },
};
