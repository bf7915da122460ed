import { createHmac, randomBytes } from 'node:crypto';
import { type Answer, post, type Seen, startVendorServer } from './vendor-server.ts';

const LIMIT_MS = 10_000;
const apiSecret = 'api-secret-for-tests';

interface Webhook {
  id: string;
  url: string;
  events: string[];
  description: string;
  active: boolean;
  created_at: string;
  updated_at: string;
  secret: string;
}

interface Attempted {
  id: string;
  event_type: string;
  status_code: number | null;
  attempts: number;
  delivered: boolean;
  created_at: string;
  updated_at: string;
}

export interface MadeAgent {
  code: string;
  name: string;
  status: string;
  image_url?: string;
  error_message?: string;
}

/**
 * bitHuman as its documents describe it: a secret that is shown once, no update call, a test that waits for its
 * delivery, a log, three attempts of 10 s; and the dashboard, unsigned, with one attempt and exactly 200.
 */
export async function startBithumanServer({ pauses = [2_000, 5_000] }: { pauses?: number[] } = {}) {
  const webhooks: Webhook[] = [];
  const logs = new Map<string, Attempted[]>();
  const agents: MadeAgent[] = [];
  const dashboard = { url: '', headers: {} as Record<string, string> };
  let made = 0;
  let isValid = true;

  const refused = (status: number, code: string, message: string): Answer => ({
    status,
    json: { error: { code, message, httpStatus: status }, status: 'error', status_code: status },
  });
  const redacted = ({ secret: _, ...webhook }: Webhook) => ({ ...webhook, secret: 'whsec_•••' });
  const data = (value: unknown): Answer => ({ json: { success: true, data: value } });

  async function handle(call: Seen): Promise<Answer> {
    const { method, path } = call;
    if (path === '/v1/validate' && method === 'POST') {
      return { json: { valid: isValid && call.headers['api-secret'] === apiSecret } };
    }
    if (!isValid || call.headers['api-secret'] !== apiSecret) {
      return refused(401, 'UNAUTHORIZED', 'Invalid API secret');
    }
    const [, id, what] = /^\/v1\/webhooks\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (path === '/v1/webhooks' && method === 'GET') return data(webhooks.map(redacted));
    if (path === '/v1/webhooks' && method === 'POST') return create(call.body);
    const webhook = webhooks.find((one) => one.id === id);
    if (id !== undefined && !webhook) return refused(404, 'NOT_FOUND', 'Webhook not found');
    if (webhook && what === undefined && method === 'DELETE') {
      webhooks.splice(webhooks.indexOf(webhook), 1);
      return { json: { success: true, deleted: true } };
    }
    if (webhook && what === undefined && method === 'GET') return data(redacted(webhook));
    if (webhook && what === 'test' && method === 'POST') {
      const { delivered, status_code, attempts } = await attempt(webhook, 'ping', { message: 'test' });
      return data({ delivered, status_code, attempts });
    }
    if (webhook && what === 'deliveries') return data((logs.get(webhook.id) ?? []).toReversed());
    if (path === '/v1/agents') return data(agents.map((agent) => ({ ...agent, agent_id: agent.code })));
    const code = /^\/v1\/agent\/([^/]+)$/.exec(path)?.[1];
    const agent = agents.find((one) => one.code === decodeURIComponent(code ?? ''));
    return agent ? data({ ...agent, agent_id: agent.code }) : refused(404, 'NOT_FOUND', 'Not found');
  }

  function create(body: string): Answer {
    const { url, events = [], description = '' } = JSON.parse(body) as Partial<Webhook>;
    if (!url) return refused(422, 'MISSING_PARAM', 'url is required');
    const now = new Date().toISOString();
    const secret = `whsec_${randomBytes(16).toString('hex')}`;
    const id = `wh_${++made}`;
    const webhook = { id, url, events, description, active: true, created_at: now, updated_at: now, secret };
    webhooks.push(webhook);
    return data(webhook);
  }

  /** @param secret another one than the webhook's: a retry that was signed before it changed */
  async function attempt(
    webhook: Pick<Webhook, 'id' | 'url' | 'secret'>,
    type: string,
    about: object,
    pieces?: (body: Buffer) => Buffer[],
  ): Promise<Attempted> {
    const id = `evt_${randomBytes(8).toString('hex')}`;
    const created = Math.floor(Date.now() / 1000);
    const body = Buffer.from(JSON.stringify({ id, event: type, created, data: about }));
    let status: number | null = null;
    let attempts = 0;
    for (const pause of [0, ...pauses]) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      attempts++;
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = createHmac('sha256', webhook.secret)
        .update(`${timestamp}.`)
        .update(body)
        .digest('hex');
      const headers = {
        'X-BitHuman-Event': type,
        'X-BitHuman-Delivery': id,
        'X-BitHuman-Timestamp': timestamp,
        'X-BitHuman-Signature': `sha256=${signature}`,
      };
      status = await post(webhook.url, headers, body, LIMIT_MS, pieces?.(body));
      if (status !== null && status >= 200 && status < 300) break;
    }
    const delivered = status !== null && status >= 200 && status < 300;
    const at = new Date().toISOString();
    const entry = {
      id: `del_${randomBytes(4).toString('hex')}`,
      event_type: type,
      status_code: status,
      attempts,
      delivered,
      created_at: at,
      updated_at: at,
    };
    logs.set(webhook.id, [...(logs.get(webhook.id) ?? []), entry]);
    return entry;
  }

  const server = await startVendorServer(handle);
  return {
    ...server,
    apiSecret,
    webhooks,
    agents,
    /** The API secret is taken back. */
    revoke(is: boolean): void {
      isValid = !is;
    },
    /** Delivers to every webhook that asks for it. */
    deliver: (type: string, about: object) =>
      Promise.all(
        webhooks
          .filter(({ events }) => events.length === 0 || events.includes(type))
          .map((webhook) => attempt(webhook, type, about)),
      ),
    attempt,
    logOf: (id: string) => logs.get(id) ?? [],
    dashboard,
    /** One attempt, unsigned, with the headers that the user typed in. @returns the status; only 200 counts */
    push(type: string, about: object, more: { test?: boolean } = {}): Promise<number | null> {
      const body = Buffer.from(
        JSON.stringify({
          agent_id: 'A12BCD3456',
          event_type: type,
          data: about,
          timestamp: Date.now() / 1000,
        }),
      );
      const headers = { ...dashboard.headers, ...(more.test && { 'X-Test-Webhook': 'true' }) };
      return post(dashboard.url, headers, body, LIMIT_MS);
    },
  };
}

export type BithumanServer = Awaited<ReturnType<typeof startBithumanServer>>;
