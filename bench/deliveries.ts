import { randomBytes } from 'node:crypto';
import { bithuman } from '../electron/core/vendors/bithuman.ts';
import { bithumanDashboard } from '../electron/core/vendors/bithuman-dashboard.ts';
import type { RunningHost } from './host.ts';
import type { Compose } from './senders.ts';

export const SECRET = 'whsec_bench';
const HEADER = { name: 'X-Greenroom-Key', value: randomBytes(16).toString('hex') };

/** An endpoint that proves by timestamped HMAC, the dearest way there is. */
export async function signedEndpoint(host: RunningHost): Promise<string> {
  const endpoint = await host.get('endpoint.create', { vendor: 'bithuman', name: 'Bench', secret: SECRET });
  return endpoint.localUrl;
}

export const signedDelivery: Compose = () => {
  const now = Date.now();
  const call = bithuman.sample({ kind: 'agent.ready', at: now, sessionId: '', agentId: 'A12BCD3456' });
  if (!call) throw new Error('no sample');
  return bithuman.signForTest(call, SECRET, now);
};

/** An endpoint for chat. */
export async function chatEndpoint(host: RunningHost): Promise<string> {
  const endpoint = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Chat',
    header: HEADER,
  });
  return endpoint.localUrl;
}

/** One line of chat with the given text, in one of `sessions` sessions. */
export function chatDelivery(text: string, session: string): ReturnType<Compose> {
  const call = bithumanDashboard.sample({
    kind: 'chat.message',
    at: Date.now(),
    sessionId: session,
    agentId: 'A12BCD3456',
    role: 'user',
    text,
  });
  if (!call) throw new Error('no sample');
  return { headers: { ...call.headers, [HEADER.name]: HEADER.value }, body: call.body };
}
