import { createHmac } from 'node:crypto';
import type { Head, Registration } from './unith-server-registrations.ts';
import { post } from './vendor-server.ts';

const flagOf: Record<string, string> = {
  start_conversation: 'startConversation',
  end_conversation: 'endConversation',
  timeout_conversation: 'timeoutConversation',
  inactivity_warning: 'inactivityWarning',
};

export interface SenderContext {
  publicOrgId: string;
  /** Between an attempt and the next; milliseconds. */
  pauses: readonly number[];
  /** For each answer; milliseconds. */
  limitMs: number;
  heads: readonly Head[];
  registrations: readonly Registration[];
  isOn(headId: string): boolean;
}

/** Delivers to each registration that asks for it, once the head's events are switched on. */
export function createSender({ publicOrgId, pauses, limitMs, heads, registrations, isOn }: SenderContext) {
  function bodyOf(type: string, sessionId: string, head: Head) {
    return {
      timestamp: stamp(Date.now()),
      event_type: type,
      head_id: head.id,
      public_head_id: head.publicId,
      public_org_id: publicOrgId,
      session_id: sessionId,
    };
  }

  /** @returns the last status; null where there was no answer in time */
  async function deliver(
    to: Pick<Registration, 'webhookUrl' | 'sharedKey'>,
    body: Buffer,
    pieces?: Buffer[],
  ): Promise<number | null> {
    const signature = createHmac('sha256', to.sharedKey).update(body).digest('hex');
    let status: number | null = null;
    for (const pause of [0, ...pauses]) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      status = await post(to.webhookUrl, { 'X-Signature-256': signature }, body, limitMs, pieces);
      if (status !== null && status >= 200 && status < 300) break;
    }
    return status;
  }

  /** @returns the last status for each registration that it was sent to */
  async function sendBytes(type: string, body: Buffer, head = heads[0]): Promise<(number | null)[]> {
    if (!head || !isOn(head.id)) return [];
    const wanted = registrations.filter((one) => one.headId === head.id && one[flagOf[type] ?? ''] === true);
    return Promise.all(wanted.map((one) => deliver(one, body)));
  }

  return {
    deliver,
    sendBytes,
    async send(type: string, sessionId: string, head = heads[0]): Promise<(number | null)[]> {
      if (!head) return [];
      return sendBytes(type, Buffer.from(JSON.stringify(bodyOf(type, sessionId, head))), head);
    },
    /** Bodies that are UNITH's, and break whoever does not sign the bytes as they came. */
    strangeBodies(type: string, sessionId: string, head = heads[0] as Head): Record<string, Buffer> {
      const about = bodyOf(type, sessionId, head);
      const text = JSON.stringify({ ...about, note: '\u0000' }).split('\\u0000');
      const around = (inside: Buffer) =>
        Buffer.concat([Buffer.from(text[0] ?? ''), inside, Buffer.from(text[1] ?? '')]);
      return {
        'odd spacing': Buffer.from(`\r\n${JSON.stringify(about, null, '\t ').replaceAll(':', '  :')}\n\n `),
        'bytes that are no UTF-8': around(Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x80])),
        '200 kB of umlauts': around(Buffer.from('äöüÄÖÜß€'.repeat(12_000))),
      };
    },
  };
}

/** As UNITH writes times: UTC, to the second, without a zone. @param at milliseconds since the epoch */
export function stamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
