import type { Verdict } from '../../shared/events.ts';

export const verdictWords: Record<Verdict, string> = {
  verified: 'Proved',
  unproved: 'Unproved',
  rejected: 'Refused',
};

export const deliveries = {
  list: 'Deliveries',
  filterVerdict: 'Show verdicts',
  filterEndpoint: 'Show endpoint',
  all: 'All',
  allEndpoints: 'All endpoints',
  columns: {
    time: 'Time',
    verdict: 'Verdict',
    endpoint: 'Endpoint',
    kind: 'Kind',
    bytes: 'Size',
    answered: 'Answered',
  },
  emptyTitle: 'No deliveries yet',
  empty: 'Every call to your endpoints is listed here, with its bytes and what became of it.',
  emptyFilter: 'No delivery fits these filters.',
  pick: 'Choose a delivery to see its bytes.',
  unknownEndpoint: 'deleted endpoint',
  duplicates: (n: number) => `+${n} same`,
  conflict: 'conflict',
  ms: (ms: number) => `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`,
};

export const delivery = {
  label: 'Delivery',
  verdicts: {
    verified: { explained: 'It carries the proof you agreed on with the vendor.', next: '' },
    unproved: {
      explained: 'This endpoint accepts calls without proof: anybody who knows its URL can send them.',
      next: 'Set a secret or a header for the endpoint to have its deliveries proved.',
    },
    rejected: { explained: 'It was not accepted, and the sender was told so.', next: '' },
  } satisfies Record<Verdict, { explained: string; next: string }>,
  conflictTitle: 'Same id, other body',
  conflict:
    'It came with the id of an earlier delivery, but with another body. It was kept and became no event.',
  late: 'Refused at first; it verified after a secret was corrected.',
  sample: 'A sample that Greenroom sent itself.',
  received: 'Received',
  answered: 'Answered',
  answer: (status: number, time: string) => `${status} in ${time}`,
  size: 'Size',
  bytes: (n: number) => `${n} bytes`,
  duplicates: 'Came again',
  times: (n: number) => (n === 1 ? 'once' : `${n} times`),
  became: 'Became',
  becameNothing: 'No event',
  events: (n: number) => (n === 1 ? '1 event' : `${n} events`),
  session: 'Open session',
  id: 'Id',
  headers: 'Headers',
  noHeaders: 'No header lines.',
  body: 'Body',
  emptyBody: 'The body is empty.',
  view: 'Show body as',
  views: { pretty: 'Pretty', text: 'Text', hex: 'Hex' },
  notText: 'These bytes are not UTF-8 text: see them as hex.',
  notJson: 'Not JSON, shown as text.',
  showMore: 'Show more',
  copyCurl: 'Copy as curl',
  copyBody: 'Copy body',
  copyBase64: 'Copy body as base64',
  endpoint: 'Endpoint',
};
