import { randomBytes } from 'node:crypto';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Endpoint } from '../../../shared/endpoints.ts';
import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { EventKind } from '../../../shared/events.ts';
import { makeSampleMark, SAMPLE_HEADER } from '../intake/sample-mark.ts';
import type { Committed } from '../store/arrival.ts';
import { findVendor } from '../vendors/registry.ts';
import type { Sample, SignedCall } from '../vendors/vendor.ts';
import { createDemo } from './demo.ts';
import type { Endpoints } from './endpoints.ts';

const TIMEOUT_MS = 10_000;
const failsOnTheWay: ReadonlySet<ErrorCode> = new Set(['receiver_down', 'sample_refused', 'timed_out']);

const lines: { role: 'user' | 'assistant'; text: string }[] = [
  { role: 'assistant', text: 'Hello! How can I help you today?' },
  { role: 'user', text: 'Just trying out Greenroom.' },
  { role: 'assistant', text: 'Then this sample is all yours.' },
];

/** Sends signed samples through the real receiver, so that what the user sees is what a vendor would cause. */
export function createSamples(endpoints: Endpoints, key: Buffer) {
  const waiting = new Map<string, (deliveryId: string) => void>();
  /** The made-up session of each endpoint, so that a join and the chat after it belong together. */
  const sessions = new Map<string, { id: string; said: number }>();

  function sessionFor(endpointId: string, kind: EventKind) {
    const begins = kind === 'session.joined' || kind === 'session.started';
    const known = begins ? undefined : sessions.get(endpointId);
    const session = known ?? { id: `sample-${randomBytes(6).toString('hex')}`, said: 0 };
    sessions.set(endpointId, session);
    return session;
  }

  function compose(endpoint: Endpoint, kind: EventKind | undefined): SignedCall {
    const vendor = findVendor(endpoint.vendor);
    const wanted = kind ?? vendor?.info.sampleKinds[0];
    if (!vendor || wanted === undefined)
      throw new AppError('bad_input', 'This vendor is not known any more.');
    const session = sessionFor(endpoint.id, wanted);
    const line = lines[session.said % lines.length];
    if (wanted === 'chat.message') session.said++;
    const now = Date.now();
    const sample: Sample = { kind: wanted, at: now, sessionId: session.id, agentId: 'SAMPLE01', ...line };
    const call = vendor.sample(sample);
    if (!call) {
      const known = vendor.info.sampleKinds.join(', ');
      throw new AppError(
        'bad_input',
        `kind: ${vendor.info.title} sends no ${wanted} here. Choose one of: ${known}.`,
      );
    }
    return sign(endpoint, call, now);
  }

  function sign(endpoint: Endpoint, call: SignedCall, now: number): SignedCall {
    if (endpoint.verification === 'none') return call;
    const { secret, header } = endpoints.secretsOf(endpoint.id);
    if (secret === undefined && !header) {
      throw new AppError(
        'no_secret',
        'This endpoint has no secret yet, so nothing sent to it can be proved. Set one first.',
      );
    }
    const signed = secret === undefined ? call : findVendor(endpoint.vendor)?.signForTest(call, secret, now);
    return {
      body: call.body,
      headers: { ...signed?.headers, ...(header && { [header.name]: header.value }) },
    };
  }

  /** @param name of what is asked at `url`. @returns the delivery that it became */
  async function deliver(call: SignedCall, url: string, name: string): Promise<string> {
    const mark = makeSampleMark(key);
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    waiting.set(mark, resolve);
    // The receive thread may die between its answer and its word to us.
    const late = new AppError('timed_out', 'The sample was answered, but did not show up.');
    const timer = setTimeout(reject, TIMEOUT_MS, late);
    promise.catch(() => undefined);
    try {
      const status = await post(url, { ...call, headers: { ...call.headers, [SAMPLE_HEADER]: mark } });
      if (status !== 200) {
        throw new AppError(
          'sample_refused',
          `${name} answered ${status}. The delivery in the list says why.`,
        );
      }
      return await promise;
    } finally {
      clearTimeout(timer);
      waiting.delete(mark);
    }
  }

  return {
    demo: createDemo({ lend: endpoints.lend, deliver: (call, url) => deliver(call, url, 'The receiver') }),

    committed(changes: Committed): void {
      for (const [mark, deliveryId] of changes.samples) waiting.get(mark)?.(deliveryId);
    },

    /** @returns the delivery that the sample became. @throws AppError */
    async send(endpointId: string, kind: EventKind | undefined): Promise<string> {
      const endpoint = endpoints.get(endpointId);
      if (!endpoint.enabled)
        throw new AppError('bad_input', 'This endpoint is switched off. Switch it on first.');
      return deliver(compose(endpoint, kind), endpoint.localUrl, 'The receiver');
    },

    /** Through the public URL: that it arrives proves the whole path. @throws AppError `test_failed` */
    async test(endpointId: string): Promise<void> {
      const endpoint = endpoints.get(endpointId);
      const { publicUrl } = endpoint;
      if (publicUrl === null) throw new AppError('tunnel_down', 'There is no way in from the internet now.');
      try {
        await deliver(compose(endpoint, 'endpoint.test'), publicUrl, 'The public address');
      } catch (error) {
        if (!(error instanceof AppError) || !failsOnTheWay.has(error.code)) throw error;
        throw new AppError(
          'test_failed',
          `Our own test through the public address failed. ${error.message}`,
          {
            cause: error,
          },
        );
      }
    },
  };
}

/** @returns the status of the answer. @throws AppError `receiver_down` */
function post(url: string, call: SignedCall): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const headers = {
    ...call.headers,
    'content-length': String(call.body.length),
    // A localtunnel server shows browsers a page of its own.
    'bypass-tunnel-reminder': '1',
    'user-agent': 'Greenroom',
  };
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  request(url, { method: 'POST', headers, agent: false, signal }, resolve).on('error', reject).end(call.body);
  return promise.then(
    (response) => {
      response.resume();
      return response.statusCode ?? 0;
    },
    (error: Error) => {
      throw new AppError('receiver_down', `No answer came: ${error.message}.`, { cause: error });
    },
  );
}
