import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { UnithServer } from './unith-server.ts';

const MAX_BYTES = 8 * 1024 ** 2;

const statuses = z.int().min(100).max(599);
const fault = z.union([
  z.strictObject({ status: statuses, body: z.string().optional(), retryAfter: z.string().optional() }),
  z.strictObject({ html: z.literal(true) }),
  z.strictObject({ hang: z.literal(true) }),
  z.strictObject({ reset: z.literal(true) }),
]);
const message = z.looseObject({
  text: z.string(),
  message_type: z.string().optional(),
  timestamp: z.string().optional(),
});
const conversation = z.looseObject({
  session_id: z.string(),
  start_time: z.string(),
  end_time: z.string().optional(),
  head_id: z.string().optional(),
});
const head = z.looseObject({
  id: z.string(),
  publicId: z.string(),
  name: z.string(),
  operationMode: z.string(),
});
const rules = z
  .strictObject({
    tellsId: z.boolean(),
    bareToken: z.boolean(),
    tokenLifeMs: z.number(),
    dataWithoutToken: z.union([z.literal(401), z.literal(403), z.null()]),
    range: z.enum(['ignored', 'kept', 'whole days']),
    pageMeta: z.boolean(),
    longestPage: z.int().positive(),
  })
  .partial();
const late = z.int().min(0).optional();

/** One command each: what it takes, and what it does. */
function commandsOf(server: UnithServer): Record<string, (input: unknown) => unknown> {
  const { heads, registrations } = server;
  const command = <T>(input: z.ZodType<T>, run: (input: T) => unknown) => {
    return (given: unknown) => run(input.parse(given));
  };
  const headOf = (id: string | undefined) =>
    id === undefined ? heads[0] : heads.find((one) => one.id === id);
  return {
    state: () => ({
      account: server.account,
      org: server.org,
      heads: heads.map((one) => ({ ...one, isOn: server.isOn(one.id) })),
      registrations,
      seen: server.seen.map((call) => ({ ...call, query: Object.fromEntries(call.query) })),
    }),
    send: command(
      z.strictObject({ type: z.string(), sessionId: z.string(), headId: z.string().optional() }),
      ({ type, sessionId, headId }) => server.send(type, sessionId, headOf(headId)),
    ),
    'send-bytes': command(
      z.strictObject({ type: z.string(), body: z.base64(), headId: z.string().optional() }),
      ({ type, body, headId }) => server.sendBytes(type, Buffer.from(body, 'base64'), headOf(headId)),
    ),
    'send-strange': command(
      z.strictObject({ type: z.string(), sessionId: z.string() }),
      async ({ type, sessionId }) => {
        const sent: Record<string, (number | null)[]> = {};
        for (const [name, body] of Object.entries(server.strangeBodies(type, sessionId))) {
          sent[name] = await server.sendBytes(type, body);
        }
        return sent;
      },
    ),
    talk: command(
      z.strictObject({
        sessionId: z.string(),
        between: z.array(z.string()).default([]),
        messages: z.array(message).default([]),
        late: late.default(0),
      }),
      ({ sessionId, ...more }) => server.talk(sessionId, more as Parameters<typeof server.talk>[1]),
    ),
    converse: command(z.strictObject({ about: conversation, late }), (input) =>
      server.converse(input.about as Parameters<typeof server.converse>[0], input.late),
    ),
    write: command(z.strictObject({ sessionId: z.string(), messages: z.array(message), late }), (input) =>
      server.write(input.sessionId, input.messages as Parameters<typeof server.write>[1], input.late),
    ),
    head: command(head, (one) => void heads.push(one)),
    token: () => server.bearer(),
    revoke: () => server.revoke(),
    rules: command(rules, (some) => {
      const { dataWithoutToken, ...others } = some;
      Object.assign(server.rules, others);
      if (dataWithoutToken !== undefined) server.rules.dataWithoutToken = dataWithoutToken ?? undefined;
    }),
    fail: command(
      z.strictObject({
        fault,
        times: z.int().positive().default(1),
        method: z.string().optional(),
        path: z.string().optional(),
        done: z.boolean().default(false),
      }),
      ({ fault: how, times, method, path, done }) =>
        server.fail(how as Parameters<typeof server.fail>[0], {
          times,
          done,
          ...(method !== undefined && { method }),
          ...(path !== undefined && { path: new RegExp(path) }),
        }),
    ),
    heal: () => server.heal(),
    slow: command(z.strictObject({ ms: z.int().min(0) }), ({ ms }) => server.slow(ms)),
  };
}

/** `POST /control/<command>` with its input as JSON, on a port of its own: no fault that is asked for reaches it. */
export async function startControl(server: UnithServer) {
  const commands = new Map(Object.entries(commandsOf(server)));

  async function answer(request: IncomingMessage): Promise<{ status: number; json: unknown }> {
    const name = /^\/control\/([a-z-]+)$/.exec(request.url ?? '')?.[1] ?? '';
    const run = commands.get(name);
    if (!run || request.method !== 'POST') {
      return { status: 404, json: { error: `POST /control/{${[...commands.keys()].join(',')}}` } };
    }
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of request) {
      length += (chunk as Buffer).length;
      if (length > MAX_BYTES) return { status: 413, json: { error: 'too long' } };
      chunks.push(chunk as Buffer);
    }
    try {
      const input: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
      return { status: 200, json: { value: (await run(input)) ?? null } };
    } catch (error) {
      return { status: 400, json: { error: (error as Error).message } };
    }
  }

  const listener = createServer((request, response) => {
    answer(request).then(
      ({ status, json }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/control`,
    async close(): Promise<void> {
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
