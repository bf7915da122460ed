import { openBithumanDirectory } from './bithuman-api.ts';
import { sampleDashboard } from './bithuman-dashboard-sample.ts';
import { bithumanHeaders } from './bithuman-headers.ts';
import { isRestShaped, readBithuman, readDeliveryId } from './bithuman-reading.ts';
import { checkBodySignature } from './body-signature.ts';
import { omitAbsent } from './omit-absent.ts';
import { parseBody } from './parse-body.ts';
import { signHex } from './signature.ts';
import { checkTimestampedSignature } from './timestamped-signature.ts';
import type { Vendor } from './vendor.ts';

/** What bitHuman's dashboard sends of live sessions: who joins, and what is said. */
export const bithumanDashboard: Vendor = {
  info: {
    id: 'bithuman-dashboard',
    title: 'bitHuman',
    subtitle: 'Room joins and chat',
    consoleUrl: 'https://www.bithuman.ai/developer?tab=webhooks',
    steps: [
      'Open the Webhooks tab of your bitHuman developer page.',
      'Paste {url} as the URL: it counts for all your agents, and replaces a URL that is there now.',
      'Add the custom header {header}: bitHuman no longer signs these calls, so it is all that tells them from anyone else’s.',
      'Tick room.join and chat.push, save, and press Test: the test shows up here.',
    ],
    secretKinds: ['header', 'secret'],
    suggestedHeader: 'X-Greenroom-Key',
    secretLabel: 'signing secret (older accounts)',
    registers: 'by-hand',
    credentialSets: [
      {
        fields: [{ name: 'apiSecret', label: 'API secret' }],
        hint: 'On your bitHuman developer page, under API keys.',
      },
    ],
    credentialsFor: 'With it, agents are shown by their names and pictures. Nothing else needs it here.',
    hasLog: false,
    sampleKinds: ['session.joined', 'chat.message', 'endpoint.test'],
    example: {
      body: '{"agent_id":"A12BCD3456","event_type":"room.join","data":{"room_name":"lobby","participant_count":1,"session_id":"by-hand"}}',
      signature: { header: 'X-bitHuman-Signature', prefix: 'sha256=' },
    },
  },
  signs: 'signature',
  isSigned: (call) => call.header(bithumanHeaders.signature) !== undefined,
  checkSignature(call, secrets, now) {
    return call.header(bithumanHeaders.timestamp) === undefined
      ? checkBodySignature(call, bithumanHeaders.signature, secrets)
      : checkTimestampedSignature(call, bithumanHeaders, secrets, now);
  },
  read(call) {
    const body = parseBody(call.body);
    const deliveryId = isRestShaped(body) ? readDeliveryId(call, body) : undefined;
    return omitAbsent({ ...readBithuman(call, body), deliveryId });
  },
  sample: sampleDashboard,
  openDirectory: openBithumanDirectory,
  signForTest(call, secret) {
    const signature = `sha256=${signHex(secret, call.body)}`;
    return { headers: { ...call.headers, 'X-bitHuman-Signature': signature }, body: call.body };
  },
};
