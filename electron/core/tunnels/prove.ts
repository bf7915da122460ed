import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export type Proof = { proved: true; roundTripMs: number } | { proved: false; reason: string };

const MAX_BODY = 256;

/**
 * Asks for our own proof through the public address. Anybody can answer 200; only this process knows the body.
 * A connection of its own each time: a pooled one could be half open. Redirects are not followed. Never rejects.
 * @param limit milliseconds until it is given up
 */
export async function prove(
  publicUrl: string,
  { nonce, expected }: { nonce: string; expected: string },
  limit: number,
  giveUp?: AbortSignal,
): Promise<Proof> {
  const began = performance.now();
  const late = AbortSignal.timeout(limit);
  try {
    const signal = giveUp ? AbortSignal.any([late, giveUp]) : late;
    const { status, body } = await get(`${publicUrl}/healthz/${nonce}`, signal);
    if (status === 200 && body === expected) return { proved: true, roundTripMs: performance.now() - began };
    const reason =
      status === 200
        ? 'Something else answers at the public address.'
        : `The public address answers ${status} instead of leading here.`;
    return { proved: false, reason };
  } catch (error) {
    return { proved: false, reason: late.aborted ? 'The public address does not answer.' : explain(error) };
  }
}

async function get(url: string, signal: AbortSignal): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  const headers = {
    'bypass-tunnel-reminder': '1',
    'user-agent': 'Greenroom',
    'cache-control': 'no-cache',
    connection: 'close',
  };
  request(url, { headers, agent: false, signal }, resolve).on('error', reject).end();
  const response = await promise;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    // Leaving the loop ends the connection.
    if (length > MAX_BODY) break;
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('latin1') };
}

function explain(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'The public address has no place on the internet now.';
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'The public address breaks the connection.';
  if (/CERT|TLS|SSL/i.test(code)) return 'The certificate of the public address is not right.';
  return 'The public address cannot be reached.';
}
