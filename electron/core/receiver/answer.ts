import { STATUS_CODES } from 'node:http';

/** What the receiver says to a vendor. Short, and nothing about our insides. */
export interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

const say = (status: number, body: object, headers?: Record<string, string>): Answer => ({
  status,
  body: JSON.stringify(body),
  ...(headers && { headers }),
});

const soon = { 'Retry-After': '5' };
const close = { Connection: 'close' };

export const answers = {
  ok: say(200, { ok: true }),
  unauthorized: say(401, { error: 'not verified' }),
  notFound: say(404, { error: 'not found' }),
  tooSlow: say(408, { error: 'too slow' }, close),
  tooLarge: say(413, { error: 'body too large' }, close),
  headersTooLarge: say(431, { error: 'headers too large' }, close),
  badRequest: say(400, { error: 'not HTTP' }, close),
  methodNotAllowed: say(405, { error: 'method not allowed' }, { Allow: 'GET, HEAD, POST' }),
  notNow: say(503, { error: 'try again later' }, soon),
  stopping: say(503, { error: 'stopping' }, { ...soon, ...close }),
} satisfies Record<string, Answer>;

export function headersOf({ body, headers }: Answer): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  };
}

/** The raw form, for a connection on which Node has given up parsing. */
export function toHttp(answer: Answer): string {
  const lines = Object.entries(headersOf(answer)).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${lines.join('')}\r\n${answer.body}`;
}
