import type { EventKind } from '../../../shared/events.ts';
import { checkBodySignature } from './body-signature.ts';
import { asObject, firstOf, readId, readKeyword } from './fields.ts';
import { keepable } from './keepable.ts';
import { readMoment } from './moment.ts';
import { omitAbsent } from './omit-absent.ts';
import { parseBody } from './parse-body.ts';
import { randomHex } from './random-hex.ts';
import { signHex } from './signature.ts';
import { openUnithApi } from './unith-api.ts';
import type { Fact, Vendor } from './vendor.ts';

const header = 'x-signature-256';

const wireTypes: ReadonlyMap<EventKind, string> = new Map([
  ['session.started', 'start_conversation'],
  ['session.idle', 'inactivity_warning'],
  ['session.timed_out', 'timeout_conversation'],
  ['session.ended', 'end_conversation'],
]);

/** UNITH has no test event; ours, signed as UNITH signs, proves the path and is named like nothing of theirs. */
const testType = 'greenroom_test';

const kinds: ReadonlyMap<string | undefined, EventKind> = new Map(
  [...wireTypes].map(([kind, type]) => [readKeyword(type), kind]),
);

/** The conversations of UNITH's heads: their starts, pauses and ends, without what is said. */
export const unith: Vendor = {
  info: {
    id: 'unith',
    title: 'UNITH',
    subtitle: 'Conversations of a head',
    steps: [
      'Switch on the events of the head, add {url} with POST /head-events, and enter the sharedKey of the answer.',
      'A conversation starts with the first message of the visitor, not when the page opens.',
    ],
    secretKinds: ['secret'],
    secretLabel: 'sharedKey',
    registers: 'api',
    credentialSets: [
      {
        fields: [
          { name: 'email', label: 'E-mail' },
          { name: 'secretKey', label: 'Secret key' },
        ],
        hint: 'The e-mail of your UNITH account, and the secret key from its settings.',
      },
      {
        fields: [{ name: 'bearer', label: 'Bearer token' }],
        hint: 'It ends after seven days, and Greenroom cannot renew it: e-mail and secret key last longer.',
      },
    ],
    targetLabel: 'digital human',
    hasLog: false,
    sampleKinds: ['session.started', 'session.idle', 'session.timed_out', 'session.ended', 'endpoint.test'],
    example: {
      body: '{"event_type":"start_conversation","head_id":"by-hand","session_id":"by-hand"}',
      signature: { header: 'X-Signature-256', prefix: '' },
    },
  },
  signs: 'signature',
  isSigned: (call) => call.header(header) !== undefined,
  checkSignature: (call, secrets) => checkBodySignature(call, header, secrets),
  read(call) {
    const body = parseBody(call.body);
    const sources = [body, asObject(body.data)];
    const type = firstOf([body], ['event', 'event_type', 'type'], readKeyword);
    const occurredAt = firstOf(sources, ['timestamp'], readMoment);
    if (type === readKeyword(testType))
      return { test: true, facts: [omitAbsent({ kind: 'endpoint.test' as const, occurredAt, data: {} })] };
    const kind = kinds.get(type);
    const about = {
      public_head_id: firstOf(sources, ['public_head_id', 'publicHeadId'], readId),
      public_org_id: firstOf(sources, ['public_org_id', 'publicOrgId'], readId),
    };
    const fact: Fact = omitAbsent({
      kind: kind ?? 'unknown',
      occurredAt,
      vendorSessionId: firstOf(sources, ['session_id', 'sessionId'], readId),
      agentId: firstOf(sources, ['head_id', 'headId'], readId),
      data: kind ? omitAbsent(about) : keepable(body),
    });
    return { test: false, facts: [fact] };
  },
  sample({ kind, at, sessionId, agentId }) {
    const type = kind === 'endpoint.test' ? testType : wireTypes.get(kind);
    if (!type) return undefined;
    const body = {
      timestamp: new Date(at).toISOString().slice(0, 19).replace('T', ' '),
      event_type: type,
      head_id: agentId,
      // The only member that can differ between two moments of one second: equal bodies would be duplicates.
      public_head_id: `frontdesk-${randomHex(4)}`,
      public_org_id: 'Acme-77',
      session_id: sessionId,
    };
    return { headers: { 'Content-Type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) };
  },
  openApi: openUnithApi,
  signForTest({ headers, body }, secret) {
    return { headers: { ...headers, 'X-Signature-256': signHex(secret, body) }, body };
  },
};
