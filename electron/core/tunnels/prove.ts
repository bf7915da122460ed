import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export type Proof = { proved: true; roundTripMs: number } | { proved: false; reason: string };

/** What the receiver will answer to this nonce, which nobody else can know. */
export interface Issued {
  nonce: string;
  expected: string;
}

const MAX_BODY = 256;
const headers = {
  // localtunnel shows browsers a page of its own first.
  'bypass-tunnel-reminder': '1',
  'user-agent': 'Greenroom',
  'cache-control': 'no-cache',
  connection: 'close',
};

/**
 * Asks for our own proof through the public address. Anybody can answer 200; only this process knows the body.
 * A connection of its own each time: a pooled one could be half open. Redirects are not followed. Never rejects.
 * @param limit milliseconds until it is given up
 */
export async function prove(
  publicUrl: string,
  { nonce, expected }: Issued,
  limit: number,
  giveUp: AbortSignal,
): Promise<Proof> {
  const began = performance.now();
  try {
    const { status, body } = await get(`${publicUrl}/healthz/${nonce}`, limit, giveUp);
    if (status === 200 && body === expected) return { proved: true, roundTripMs: performance.now() - began };
    const reason =
      status === 200
        ? 'Something else answers at the public address.'
        : `The public address answers ${status} instead of leading here.`;
    return { proved: false, reason };
  } catch (error) {
    return { proved: false, reason: explain(error) };
  }
}

class Late extends Error {}

async function get(
  url: string,
  limit: number,
  giveUp: AbortSignal,
): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const late = () => reject(new Late());
  if (giveUp.aborted) late();
  const send = url.startsWith('https:') ? requestHttps : requestHttp;
  const request = send(url, { headers, agent: false });
  const timer = setTimeout(late, limit);
  giveUp.addEventListener('abort', late);
  request.on('error', reject);
  // An answer that is none, such as 101, closes the request without a word.
  const gone = () => reject(new Error('No answer.'));
  request.on('close', gone);
  request.once('response', (response) => {
    request.off('close', gone);
    const status = response.statusCode ?? 0;
    let body = '';
    response.setEncoding('latin1');
    response.on('data', (text: string) => {
      body += text;
      if (body.length > MAX_BODY) resolve({ status, body });
    });
    response.on('end', () => resolve({ status, body }));
    response.on('error', reject);
    response.on('close', gone);
  });
  request.end();
  return promise.finally(() => {
    clearTimeout(timer);
    giveUp.removeEventListener('abort', late);
    request.destroy();
  });
}

function explain(error: unknown): string {
  if (error instanceof Late) return 'The public address does not answer.';
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'The public address has no place on the internet now.';
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'The public address breaks the connection.';
  if (/CERT|TLS|SSL|VERIFY/i.test(code)) return 'The certificate of the public address is not right.';
  return 'The public address cannot be reached.';
}
