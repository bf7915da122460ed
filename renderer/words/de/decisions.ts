import type { DecisionsWords, SilenceWords } from '../decisions.ts';

export const decisionsDe: DecisionsWords = {
  title: 'Warum kam keine Nachricht?',
  intro: 'Was zuletzt geschah, und warum es gemeldet wurde oder nicht.',
  list: 'Entscheidungen',
  emptyTitle: 'Noch nichts zu berichten',
  empty: 'Was von jetzt an geschieht, steht hier, mit dem Grund, warum es gemeldet wurde oder nicht.',
  outcomes: {
    told: 'Gemeldet',
    gathered: 'Mit anderem gemeldet',
    waiting: 'Wartet',
    silent: 'Nicht gemeldet',
  },
  notShown: 'Nicht gezeigt',
  waiting: 'Es wird mit anderem gesammelt, das gerade geschieht.',
  shown: {
    shown: 'Die Benachrichtigung wurde gezeigt.',
    failed: 'Das System hat die Benachrichtigung nicht gezeigt.',
    unheard: 'Nichts war offen, das die Benachrichtigung zeigen konnte.',
    unknown: 'Ob sie gezeigt wurde, ist noch nicht bekannt.',
  },
  openSession: 'Sitzung öffnen',
  openEndpoint: 'Endpunkt öffnen',
  seeAlerts: 'Sehen, was hilft',
  times: (n) => `${n}-mal`,
};

export const silenceDe: SilenceWords = {
  sentences: {
    topic_off: 'Dergleichen soll nicht gemeldet werden.',
    not_told: 'Für dergleichen gibt es keine Benachrichtigungen.',
    not_a_user: 'Nur was Besucher sagen, wird gemeldet.',
    past: 'Greenroom erfuhr erst lange danach davon.',
    muted_session: 'Diese Sitzung ist stumm.',
    muted_agent: 'Dieser Agent ist stumm.',
    muted_endpoint: 'Dieser Endpunkt ist stumm.',
    paused: 'Die Benachrichtigungen machten Pause.',
    quiet_hours: 'Es fiel in die Ruhezeit.',
    in_view: 'Genau diese Sitzung war gerade zu sehen.',
  },
  change: 'Ändern',
  unmute: 'Nicht mehr stumm',
  seePause: 'Die Pause sehen',
};
