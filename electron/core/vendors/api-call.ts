import type { z } from 'zod';
import { isLoopback } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import { describeRefusal } from './api-refusal.ts';
import { VendorError } from './vendor-api.ts';

const LIMIT_MS = 10_000;
const MAX_BYTES = 4 * 1024 ** 2;
/** A GET that met a slip is tried again after these. */
const REPEAT_MS = [250, 1_000];
const LONGEST_WAIT_MS = 2_000;

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Begins with a slash; variable parts are encoded by the caller. */
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  timeoutMs?: number;
}

export interface ApiOptions {
  /** For messages. */
  vendor: string;
  /** https, or http to this computer. */
  base: string;
  /** The secret ones, for each call. */
  headers(): Promise<Record<string, string>> | Record<string, string>;
}

/** Stands for an answer that is no JSON. */
const tooLong = '<too long>';

/** @throws AppError `no_credentials`; what `fetch` would say of such a value quotes it */
function requirePlain(vendor: string, headers: Record<string, string>): Record<string, string> {
  if (Object.values(headers).every((value) => /^[\x20-\x7e]+$/.test(value))) return headers;
  throw new AppError(
    'no_credentials',
    `The credentials for ${vendor} hold signs that no key has, such as a line break. Enter them again.`,
  );
}

/** A vendor's HTTP API: JSON in and out, bounded in time and size. */
export function createApiCalls({ vendor, base, headers }: ApiOptions) {
  if (!/^https:/i.test(base) && !isLoopback(base)) {
    throw new AppError(
      'not_https',
      `The address of ${vendor}'s API must be https: the credentials travel there.`,
    );
  }

  function urlOf({ path, query }: ApiRequest): string {
    const url = new URL(base.replace(/\/+$/, '') + path);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    return url.href;
  }

  async function once<T>(request: ApiRequest, schema: z.ZodType<T>): Promise<T> {
    const changes = request.method !== 'GET';
    const failed = (
      code: 'vendor_timed_out' | 'vendor_unreachable' | 'vendor_unexpected',
      text: string,
      cause?: unknown,
    ) => new VendorError(code, text, { mayPass: true, unknownOutcome: changes, cause });
    const signal = AbortSignal.timeout(request.timeoutMs ?? LIMIT_MS);
    let status: number;
    let text: string;
    let response: Response;
    try {
      response = await fetch(urlOf(request), {
        method: request.method,
        headers: {
          accept: 'application/json',
          'user-agent': 'Greenroom',
          ...(request.body !== undefined && { 'content-type': 'application/json' }),
          ...requirePlain(vendor, await headers()),
        },
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        // Followed, it would carry the secret to whoever it names.
        redirect: 'manual',
        signal,
      });
      ({ status } = response);
      text = await readText(response);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (signal.aborted) throw failed('vendor_timed_out', `${vendor} did not answer in time.`, error);
      throw failed('vendor_unreachable', `${vendor} cannot be reached: ${reasonOf(error)}.`, error);
    }
    if (status < 200 || status > 299) throw describeRefusal(vendor, response, text, changes);
    const { success, data } = schema.safeParse(parse(text));
    // Where nothing is expected of an answer, any will do but a page for people or one without an end.
    if (success && text !== tooLong && !isHtml(text)) return data;
    throw failed(
      'vendor_unexpected',
      `${vendor} answered with something that is not of its API${isHtml(text) ? ' (a web page)' : ''}. Is the address of the API right?`,
    );
  }

  return {
    /** @throws VendorError; a GET that met a slip was tried again before */
    async call<T>(request: ApiRequest, schema: z.ZodType<T>): Promise<T> {
      for (const pause of request.method === 'GET' ? REPEAT_MS : []) {
        try {
          return await once(request, schema);
        } catch (error) {
          if (!(error instanceof VendorError) || !error.mayPass) throw error;
          const wait = Math.max(pause, error.retryAfterMs ?? 0);
          if (wait > LONGEST_WAIT_MS || error.code === 'vendor_timed_out') throw error;
          await new Promise((resolve) => setTimeout(resolve, wait));
        }
      }
      return once(request, schema);
    },
  };
}

export type ApiCalls = ReturnType<typeof createApiCalls>;

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop ends the connection; what is too long is no answer.
    if (length > MAX_BYTES) return tooLong;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    // Some answer with nothing at all where there is nothing to say.
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isHtml(text: string): boolean {
  return /^\s*<(!doctype|html|head|body)/i.test(text);
}

function reasonOf(error: unknown): string {
  const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name was not found. Is this computer online';
  if (code === 'ECONNREFUSED') return 'it refuses the connection';
  if (/CERT|TLS|SSL|SELF_SIGNED/.test(code ?? '')) return 'its certificate is not right';
  return 'the connection broke';
}
