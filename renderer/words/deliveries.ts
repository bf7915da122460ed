import type { Verdict } from '../../shared/events.ts';
import { deliveriesDe, deliveryDe, proofTableDe, verdictWordsDe } from './de/deliveries.ts';
import { inLanguage } from './language.ts';

const verdictWordsEn: Record<Verdict, string> = {
  verified: 'Proved',
  unproved: 'Unproved',
  rejected: 'Refused',
};
export type VerdictWords = typeof verdictWordsEn;
export const verdictWords = inLanguage(verdictWordsEn, verdictWordsDe);

const deliveriesEn = {
  list: 'Deliveries',
  filterVerdict: 'Show verdicts',
  filterEndpoint: 'Show endpoint',
  all: 'All',
  allEndpoints: 'All endpoints',
  columns: {
    time: 'Time',
    verdict: 'Verdict',
    endpoint: 'Endpoint',
    vendor: 'Vendor',
    kind: 'Type',
    duplicates: 'Again',
    bytes: 'Size',
    answered: 'Answered',
  },
  filterKind: 'Show type',
  allKinds: 'All types',
  onlyRepeated: 'Only duplicates',
  clearFilters: 'Clear filters',
  demo: 'Demo',
  create: 'Create an endpoint',
  sendSample: 'Send a sample',
  emptyTitle: 'No deliveries yet',
  empty: 'Every call to your endpoints is listed here, with its bytes and what became of it.',
  emptyFilter: 'No delivery fits these filters.',
  pick: 'Choose a delivery to see its bytes.',
  unknownEndpoint: 'deleted endpoint',
  duplicates: (n: number) => `+${n}`,
  cameAgain: (n: number) => (n === 1 ? 'The same came once more' : `The same came ${n} more times`),
  copyId: 'Copy id',
  open: 'Open',
  onlyThisEndpoint: 'Only this endpoint',
  onlyThisType: 'Only this type',
  conflict: 'conflict',
  ms: (ms: number) => `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`,
};
export type DeliveriesWords = typeof deliveriesEn;
export const deliveries = inLanguage(deliveriesEn, deliveriesDe);

const deliveryEn = {
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
  views: { tree: 'Tree', text: 'Text', hex: 'Hex' },
  tree: 'Body as a tree',
  members: (n: number) => (n === 1 ? '1 member' : `${n} members`),
  moreOf: (n: number) => `Show more: ${n} left`,
  asSent: 'Exactly as sent',
  notText: 'These bytes are not UTF-8 text: see them as hex.',
  noTree: 'Not JSON, or too long for a tree: shown as text.',
  showMore: 'Show more',
  copyCurl: 'Copy as curl',
  copyBody: 'Copy body',
  saveBody: 'Save body',
  vendor: 'Vendor',
  copyId: 'Copy id',
  copyBase64: 'Copy body as base64',
  endpoint: 'Endpoint',
};
export type DeliveryWords = typeof deliveryEn;
export const delivery = inLanguage(deliveryEn, deliveryDe);

const proofTableEn = {
  label: 'Expected, and what came',
  part: 'Part',
  expected: 'Expected',
  came: 'Came',
  parts: { header: 'Secret header', signature: 'Signature', timestamp: 'Timestamp', signed: 'Signed over' },
  yourValue: 'with the value kept here',
  hexDigits: '64 hex digits',
  nearArrival: 'in seconds, within 5 minutes of the arrival',
  over: { body: 'The body', 'timestamp-and-body': 'Timestamp, a dot, and the body' },
  before: (length: string) => `${length} before the arrival`,
  after: (length: string) => `${length} after the arrival`,
  asSetNow: 'Expected is what the endpoint asks for now; the secret itself is never shown.',
  cameWords: {
    header: {
      fits: 'With that value',
      differs: 'With another value',
      missing: 'Did not come',
      unreadable: 'Cannot be read',
      'body-alone': 'Cannot be read',
      unknown: 'Not looked at',
    },
    signature: {
      fits: 'Came, in this form',
      differs: 'In another form',
      missing: 'Did not come',
      unreadable: 'Came, but not in this form',
      'body-alone': 'Came, in this form',
      unknown: 'Not looked at',
    },
    timestamp: {
      fits: 'Near the arrival',
      differs: 'Too far from the arrival',
      missing: 'Did not come',
      unreadable: 'Not a number of seconds',
      'body-alone': 'Not signed',
      unknown: 'Not looked at',
    },
    signed: {
      fits: 'Just that, with the secret kept here',
      differs: 'Something else, or with another secret',
      missing: 'Nothing',
      unreadable: 'Cannot be said',
      'body-alone': 'The body alone, without the timestamp',
      unknown: 'Cannot be said',
    },
  },
};
export type ProofTableWords = typeof proofTableEn;
export const proofTable = inLanguage(proofTableEn, proofTableDe);
