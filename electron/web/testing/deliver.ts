import { createHmac } from 'node:crypto';
import type { Endpoint } from '../../../shared/endpoints.ts';

/** What `unith` sends and `signature` proves. @returns the status of the answer */
export async function deliver(
  { localUrl }: Pick<Endpoint, 'localUrl'>,
  body: object,
  proof: { secret?: string; header?: [name: string, value: string] } = {},
): Promise<Response> {
  const text = JSON.stringify(body);
  const signature = proof.secret && createHmac('sha256', proof.secret).update(text).digest('hex');
  const response = await fetch(localUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature && { 'X-Signature-256': signature }),
      ...(proof.header && { [proof.header[0]]: proof.header[1] }),
    },
    body: text,
  });
  await response.arrayBuffer();
  return response;
}

let made = 0;

/** A start of a conversation, unlike every other. */
export function started(sessionId = `conversation-${++made}`) {
  return {
    timestamp: '2026-03-04 05:06:07',
    event_type: 'start_conversation',
    head_id: 'head-1',
    public_head_id: `lobby-${++made}`,
    session_id: sessionId,
  };
}
