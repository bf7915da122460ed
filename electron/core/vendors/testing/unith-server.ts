import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type Answer, post, type Seen, startVendorServer } from './vendor-server.ts';

const LIMIT_MS = 5_000;
const account = { email: 'me@example.org', secretKey: 'unith-secret-key' };

const flagOf: Record<string, string> = {
  start_conversation: 'startConversation',
  end_conversation: 'endConversation',
  timeout_conversation: 'timeoutConversation',
  inactivity_warning: 'inactivityWarning',
};

type Registration = Record<string, unknown> & {
  id: number;
  headId: string;
  webhookUrl: string;
  sharedKey: string;
};

export interface Message {
  text: string;
  message_type: string;
  timestamp: string;
}

/**
 * UNITH as its documents and its own code behave: each POST adds a registration with a key of its own, nothing is
 * delivered before the head's events are switched on (by the query, never by a body), 5 s limit, three retries.
 */
export async function startUnithServer({ pauses = [1_000, 2_000, 4_000], tellsId = false } = {}) {
  const org = { id: randomUUID(), publicId: 'Acme-77', name: 'Acme' };
  const heads = [
    { id: randomUUID(), publicId: 'frontdesk-20417', name: 'Front desk', operationMode: 'doc_qa' },
  ];
  const switches = new Map<string, boolean>();
  const registrations: Registration[] = [];
  const conversations: Record<string, unknown>[] = [];
  const transcripts = new Map<string, Message[]>();
  let bearer = token();
  let made = 0;

  const unauthorized: Answer = { status: 401, json: { message: 'Unauthorized' } };
  const notFound: Answer = { status: 404, json: { message: ['Not found'] } };

  function token(): string {
    const payload = { exp: Math.floor(Date.now() / 1000) + 7 * 24 * 3600, n: randomBytes(6).toString('hex') };
    return `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;
  }

  function handle(call: Seen): Answer {
    const { method, path, query } = call;
    if (path === '/auth/token' && method === 'POST') {
      const { email, secretKey } = JSON.parse(call.body) as typeof account;
      if (email !== account.email || secretKey !== account.secretKey) return unauthorized;
      return { json: { data: { bearer } } };
    }
    // The data API asks for no credentials.
    const session = /^\/sessions\/([^/]+)\/([^/]+)$/.exec(path);
    if (session) {
      const messages = transcripts.get(decodeURIComponent(session[2] ?? ''));
      return messages ? { json: { messages } } : notFound;
    }
    if (path === '/conversations') return { json: { conversations } };
    if (call.headers.authorization !== `Bearer ${bearer}`) return unauthorized;
    if (path === '/user/me') return { json: { organisation: org } };
    if (path === '/head/all') {
      const take = Number(query.get('take'));
      const from = (Number(query.get('page')) - 1) * take;
      return { json: { data: heads.slice(from, from + take) } };
    }
    const head = /^\/head\/([^/]+)\/enable-events$/.exec(path)?.[1];
    if (head !== undefined) {
      if (!heads.some(({ id }) => id === head)) return notFound;
      // Whatever the body says.
      if (method === 'PUT') switches.set(head, query.get('enableEvents') === 'true');
      return { json: switches.get(head) ?? false };
    }
    if (path === '/head-events' && method === 'GET') {
      return { json: registrations.filter(({ headId }) => headId === query.get('headId')) };
    }
    if (path === '/head-events' && method === 'POST') return create(call.body);
    const one = registrations.find(({ id }) => path === `/head-events/${id}`);
    if (!one) return notFound;
    if (method === 'DELETE') registrations.splice(registrations.indexOf(one), 1);
    if (method === 'PATCH')
      Object.assign(one, JSON.parse(call.body), { updatedAt: new Date().toISOString() });
    return { json: one };
  }

  function create(text: string): Answer {
    const body = JSON.parse(text) as { headId?: string; webhookUrl?: string };
    if (!body.headId || !body.webhookUrl)
      return { status: 400, json: { message: ['webhookUrl must be a URL'] } };
    const now = new Date().toISOString();
    const sharedKey = randomBytes(24).toString('base64');
    const one = {
      ...body,
      id: ++made,
      createdAt: now,
      updatedAt: now,
      orgId: org.id,
      sharedKey,
    } as Registration;
    registrations.push(one);
    return { json: tellsId ? { id: one.id, sharedKey } : { sharedKey } };
  }

  /** @returns the last status for each registration that it was sent to */
  async function send(type: string, sessionId: string, head = heads[0]): Promise<(number | null)[]> {
    if (!head || !switches.get(head.id)) return [];
    const body = Buffer.from(
      JSON.stringify({
        timestamp: new Date().toISOString().slice(0, 19).replace('T', ' '),
        event_type: type,
        head_id: head.id,
        public_head_id: head.publicId,
        public_org_id: org.publicId,
        session_id: sessionId,
      }),
    );
    const wanted = registrations.filter((one) => one.headId === head.id && one[flagOf[type] ?? ''] === true);
    return Promise.all(wanted.map((one) => deliver(one, body)));
  }

  async function deliver(
    to: Pick<Registration, 'webhookUrl' | 'sharedKey'>,
    body: Buffer,
    pieces?: Buffer[],
  ): Promise<number | null> {
    const signature = createHmac('sha256', to.sharedKey).update(body).digest('hex');
    let status: number | null = null;
    for (const pause of [0, ...pauses]) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      status = await post(to.webhookUrl, { 'X-Signature-256': signature }, body, LIMIT_MS, pieces);
      if (status !== null && status < 300) break;
    }
    return status;
  }

  const server = await startVendorServer(handle);
  return {
    ...server,
    account,
    org,
    heads,
    registrations,
    isOn: (head: string) => switches.get(head) ?? false,
    bearer: () => bearer,
    /** The tokens that are out there are worth nothing from now on. */
    revoke(): void {
      bearer = token();
    },
    send,
    deliver,
    /** What the data API tells of a conversation. */
    converse(about: { session_id: string; start_time: string; end_time?: string; head_id?: string }): void {
      conversations.push({
        head_id: heads[0]?.id,
        user_name: 'Visitor',
        message_count: 2,
        device_type: 'desktop',
        ...about,
      });
    },
    write(sessionId: string, messages: Message[]): void {
      transcripts.set(sessionId, messages);
    },
  };
}

export type UnithServer = Awaited<ReturnType<typeof startUnithServer>>;
