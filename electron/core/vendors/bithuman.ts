import { openBithumanApi } from './bithuman-api.ts';
import { bithumanHeaders } from './bithuman-headers.ts';
import { readBithuman, readDeliveryId } from './bithuman-reading.ts';
import { sampleBithuman } from './bithuman-sample.ts';
import { omitAbsent } from './omit-absent.ts';
import { parseBody } from './parse-body.ts';
import { signHex } from './signature.ts';
import { checkTimestampedSignature } from './timestamped-signature.ts';
import type { Vendor } from './vendor.ts';

/** bitHuman's REST API: what becomes of agents and videos that it generates. */
export const bithuman: Vendor = {
  info: {
    id: 'bithuman',
    title: 'bitHuman',
    subtitle: 'Agents and videos (API)',
    steps: [
      'Register {url} with POST /v1/webhooks, and enter the signing secret of the answer: bitHuman shows it once.',
      'A generation can take hours, and bitHuman gives up on a delivery after three attempts within seconds: keep Greenroom open.',
    ],
    secretKinds: ['secret'],
    secretLabel: 'signing secret (whsec_…)',
    registers: 'api',
    credentialSets: [
      {
        fields: [{ name: 'apiSecret', label: 'API secret' }],
        hint: 'On your bitHuman developer page, under API keys.',
      },
    ],
    hasLog: true,
    sampleKinds: ['agent.ready', 'agent.failed', 'video.completed', 'video.failed', 'endpoint.test'],
    example: {
      body: '{"event":"agent.ready","data":{"agent_id":"A12BCD3456","code":"A12BCD3456"}}',
      signature: {
        header: 'X-BitHuman-Signature',
        prefix: 'sha256=',
        timestampHeader: 'X-BitHuman-Timestamp',
      },
    },
  },
  signs: 'signature-timestamp',
  isSigned: (call) => call.header(bithumanHeaders.signature) !== undefined,
  checkSignature: (call, secrets, now) => checkTimestampedSignature(call, bithumanHeaders, secrets, now),
  read(call) {
    const body = parseBody(call.body);
    return omitAbsent({ ...readBithuman(call, body), deliveryId: readDeliveryId(call, body) });
  },
  sample: sampleBithuman,
  openApi: openBithumanApi,
  signForTest({ headers, body }, secret, now) {
    const timestamp = String(Math.floor(now / 1000));
    const signature = `sha256=${signHex(secret, `${timestamp}.`, body)}`;
    return {
      headers: { ...headers, 'X-BitHuman-Timestamp': timestamp, 'X-BitHuman-Signature': signature },
      body,
    };
  },
};
