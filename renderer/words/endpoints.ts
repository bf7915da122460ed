import type { Verification } from '../../shared/endpoints.ts';
import { createDe, endpointDe, endpointsDe, madeDe, proofWordsDe, secretFormDe } from './de/endpoints.ts';
import { inLanguage } from './language.ts';

const proofWordsEn: Record<Verification, string> = {
  'signature-timestamp': 'Signature with time',
  signature: 'Signature',
  header: 'Secret header',
  none: 'Unproved',
};
export type ProofWords = typeof proofWordsEn;
export const proofWords = inLanguage(proofWordsEn, proofWordsDe);

const endpointsEn = {
  list: 'Endpoints',
  create: 'New endpoint',
  emptyTitle: 'No endpoints yet',
  empty: 'An endpoint is an address on this computer that one vendor calls. Create the first to see events.',
  pick: 'Choose an endpoint, or create another one.',
  off: 'off',
  needsSecret: 'needs a secret',
  enterAgain: 'Enter the secret again',
  stages: {
    registered: 'registered',
    notConnected: 'not connected',
    waiting: 'not proved yet',
    moved: 'new address',
  },
};
export type EndpointsWords = typeof endpointsEn;
export const endpoints = inLanguage(endpointsEn, endpointsDe);

const endpointEn = {
  label: 'Endpoint',
  enabled: 'Takes deliveries',
  disabledHint: 'Vendors get 404 while this is off.',
  name: 'Name',
  rename: 'Rename',
  unproved: 'Anybody who knows the URL can send here: nothing is proved.',
  unreadable: 'A secret is kept, but it cannot be read here.',
  url: 'URL',
  copyUrl: 'Copy URL',
  localOnly:
    'No public way in yet: a vendor on the internet cannot reach this address. It works from this computer only, until a tunnel or a public address is there.',
  console: 'Open the vendor’s page',
  proof: 'Proof',
  hasSecret: 'A secret is kept.',
  hasHeader: (name: string) => `The header ${name} is compared.`,
  nothingSet: 'No secret is set yet: every delivery is refused.',
  comesByItself: 'It comes by itself when the endpoint is connected.',
  setSecret: 'Set secret',
  enterAgain: 'Enter the secret again',
  changeSecret: 'Change secret',
  sample: 'Sample',
  sampleHint: 'Signed as the vendor would, through the real receiver.',
  sampleKind: 'Kind of sample',
  sendSample: 'Send a sample',
  sampleSent: 'Sample sent.',
  seeDelivery: 'See the delivery',
  seeLive: 'See it live',
  tryCurl: 'Try it with curl',
  tryCurlHint: 'Paste this into a terminal on this computer.',
  tryCurlSecret: 'Put your secret in the first line, then paste this into a terminal on this computer.',
  copyCurl: 'Copy curl',
  delete: 'Delete endpoint',
  recheck: (n: number) =>
    n === 1
      ? '1 refused delivery of the last 24 h now verifies'
      : `${n} refused deliveries of the last 24 h now verify`,
  takeIn: 'Take them in',
  takenIn: (n: number) => (n === 1 ? '1 delivery taken in.' : `${n} deliveries taken in.`),
  notNow: 'Not now',
  gone: 'This endpoint is no longer here.',
  nextLabel: 'What is next',
  next: {
    secret: 'Set its secret: until then every delivery is refused.',
    sample: 'Send a sample: it shows how deliveries of this vendor look here.',
    connect: 'Connect it: the vendor does not know this address yet.',
    waiting: 'Registered. The next delivery of the vendor shows up here by itself.',
  },
  deliveries: 'Its deliveries',
};
export type EndpointWords = typeof endpointEn;
export const endpoint = inLanguage(endpointEn, endpointDe);

const madeEn = {
  label: 'First steps',
  newHeader: 'The new header',
  title: (name: string) => `“${name}” is ready`,
  unfinished: (name: string) => `“${name}” needs a secret`,
  setBelow: 'Set it below: until then every delivery is refused.',
  header: 'Header',
  value: 'Value',
  copyHeader: 'Copy header name',
  copyValue: 'Copy header value',
  once: 'The value is shown until you close this card. Later it can only be replaced.',
  done: 'Done',
};
export type MadeWords = typeof madeEn;
export const made = inLanguage(madeEn, madeDe);

const createEn = {
  title: 'New endpoint',
  vendor: 'Vendor',
  name: 'Name',
  nameHint: 'As you call it: the room, the place, the avatar.',
  proof: 'How deliveries are proved',
  secretHint: 'From the vendor; kept on this computer and never shown again.',
  secretLater: 'It can be set later too.',
  secretComes: 'Leave it empty: Greenroom receives it when it connects to the vendor.',
  headerName: 'Header name',
  headerValue: 'Header value',
  headerHint: 'Made here at random; you will copy it to the vendor in the next step.',
  headerProof: 'A secret header',
  secretProof: (label: string) => `A ${label}`,
  secret: 'Secret',
  secretOf: (label: string) => `Secret: the ${label}`,
  noneProof: 'Accept unproved',
  noneWarning: 'Unproved: anybody who learns the URL can send events that look real.',
  noneTitle: 'Accept deliveries without proof?',
  another: 'Make another value',
  submit: 'Create endpoint',
  needsName: 'Give it a name.',
  badHeader: 'Letters, digits and dashes only, such as X-Greenroom-Key.',
  badValue: 'Printable ASCII without spaces at its ends.',
};
export type CreateWords = typeof createEn;
export const create = inLanguage(createEn, createDe);

const secretFormEn = {
  title: 'Secret',
  save: 'Save secret',
  needed: 'Enter the secret.',
};
export type SecretFormWords = typeof secretFormEn;
export const secretForm = inLanguage(secretFormEn, secretFormDe);
