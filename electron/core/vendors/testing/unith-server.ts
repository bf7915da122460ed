import { randomUUID } from 'node:crypto';
import { type Conversation, createData, type Message } from './unith-server-data.ts';
import { createRegistrations, notFound } from './unith-server-registrations.ts';
import { type UnithRules, usualRules } from './unith-server-rules.ts';
import { createSender, stamp } from './unith-server-sender.ts';
import { createTokens } from './unith-server-tokens.ts';
import { type Answer, type Seen, startVendorServer } from './vendor-server.ts';

export type { Conversation, Message };

export interface UnithServerOptions extends Partial<UnithRules> {
  /** Between an attempt of a delivery and the next; milliseconds. */
  pauses?: readonly number[];
  /** How long an answer to a delivery may take; milliseconds. */
  limitMs?: number;
}

/**
 * UNITH as its documents and its own code behave: each POST adds a registration with a key of its own, nothing is
 * delivered before the head's events are switched on (by the query, never by a body), 5 s limit, three retries.
 * The platform and the data API share one address.
 */
export async function startUnithServer({
  pauses = [1_000, 2_000, 4_000],
  limitMs = 5_000,
  ...special
}: UnithServerOptions = {}) {
  const rules: UnithRules = { ...usualRules, ...special };
  const org = { id: randomUUID(), publicId: 'Acme-77', name: 'Acme' };
  const tokens = createTokens(rules);
  const { heads, registrations, isOn, ...platform } = createRegistrations(rules, org.id);
  const data = createData(rules, org.publicId, tokens.isGood);
  const sender = createSender({ publicOrgId: org.publicId, pauses, limitMs, heads, registrations, isOn });

  function handle(call: Seen): Answer {
    const { method, path } = call;
    if (path === '/auth/token' && method === 'POST') return tokens.answer(call.body);
    const told = data.handle(call);
    if (told) return told;
    if (!tokens.isGood(call)) return { status: 401, json: { message: 'Unauthorized' } };
    if (path === '/user/me') return { json: { id: randomUUID(), organisation: org } };
    return platform.handle(call) ?? notFound;
  }

  /** What the data API tells of a conversation. */
  function converse(about: Conversation, late?: number): void {
    const usual = { head_id: heads[0]?.id, user_name: 'Visitor', message_count: 2, device_type: 'desktop' };
    data.converse({ ...usual, ...about } as Conversation, late);
  }

  const server = await startVendorServer(handle);
  return {
    ...server,
    ...sender,
    rules,
    account: tokens.account,
    org,
    heads,
    registrations,
    isOn,
    /** One that is good now, as a user would paste it. */
    bearer: tokens.issue,
    revoke: tokens.revoke,
    converse,
    write: data.write,
    /**
     * A whole conversation: its start, what comes between, its end; then the data API knows it.
     * @returns the statuses of each delivery
     */
    async talk(
      sessionId: string,
      { between = [], messages = [], late }: Talk = {},
    ): Promise<(number | null)[][]> {
      const begin = Date.now();
      const statuses: (number | null)[][] = [];
      for (const type of ['start_conversation', ...between, 'end_conversation']) {
        statuses.push(await sender.send(type, sessionId));
      }
      converse({ session_id: sessionId, start_time: stamp(begin), end_time: stamp(Date.now()) }, late);
      data.write(sessionId, messages, late);
      return statuses;
    },
  };
}

interface Talk {
  /** Types of deliveries between start and end. */
  between?: readonly string[];
  messages?: readonly Message[];
  /** So many looks at the conversation, and at what was said, find nothing yet. */
  late?: number;
}

export type UnithServer = Awaited<ReturnType<typeof startUnithServer>>;
