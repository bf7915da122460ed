import { z } from 'zod';
import type { EndpointCredentials } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import { createApiCalls } from './api-call.ts';
import { VendorError } from './vendor-api.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** UNITH's tokens live seven days; one that names no end is renewed after six. */
const LIFE_MS = 6 * DAY_MS;
/** However soon one ends, or wrong this computer's clock is: not a new one for every call. */
const SHORTEST_MS = 60_000;

/** What can stand in a header; `fetch` would tell anything else in the text of its error. */
const sendable = /^[\x21-\x7e]+$/;

const answer = z
  .union([
    z.object({ data: z.object({ bearer: z.string().min(1) }) }).transform(({ data }) => data.bearer),
    z.object({ token: z.string().min(1) }).transform(({ token }) => token),
    z.object({ data: z.object({ token: z.string().min(1) }) }).transform(({ data }) => data.token),
    z.object({ bearer: z.string().min(1) }).transform(({ bearer }) => bearer),
  ])
  .pipe(z.string().max(8192).regex(sendable));

export interface Token {
  /** One that has not ended, renewed where that is possible. @throws VendorError */
  get(): Promise<string>;
  /** It was refused: forgets it. @returns whether another can be had */
  refused(bearer: string): boolean;
}

/**
 * The bearer token of an account: pasted, or made from e-mail and secret key and made anew before it ends.
 * @throws AppError `no_credentials`
 */
export function createToken(credentials: EndpointCredentials, base: string, now = Date.now): Token {
  if ('bearer' in credentials) {
    // Copied from a header, it brings the scheme along.
    const bearer = credentials.bearer.trim().replace(/^bearer\s+/i, '');
    if (!sendable.test(bearer)) {
      throw new AppError(
        'no_credentials',
        'This is not a bearer token: it holds a character that none can. Paste it again.',
      );
    }
    return { get: async () => bearer, refused: () => false };
  }
  if (!('email' in credentials)) {
    throw new AppError(
      'no_credentials',
      'UNITH needs e-mail and secret key, or a bearer token. Enter them first.',
    );
  }
  const { email, secretKey } = credentials;
  const { call } = createApiCalls({ vendor: 'UNITH', base, headers: () => ({}) });
  let held: { bearer: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const bearer = await call(
      { method: 'POST', path: '/auth/token', body: { email, secretKey } },
      answer,
    ).catch((error: unknown) => {
      throw error instanceof VendorError ? asOfToken(error) : error;
    });
    held = { bearer, until: renewAt(bearer, now()) };
    return bearer;
  }

  return {
    async get() {
      if (held && now() < held.until) return held.bearer;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    refused(bearer) {
      if (held?.bearer === bearer) held = undefined;
      return true;
    },
  };
}

/** What was to be done with the token has not begun: nothing about that is in doubt. */
function asOfToken(error: VendorError): VendorError {
  const { code, message, mayPass, retryAfterMs } = error;
  if (['vendor_refused', 'vendor_not_found', 'vendor_unauthorized'].includes(code)) {
    return new VendorError(
      'vendor_unauthorized',
      'UNITH does not accept this e-mail and secret key. Enter them again.',
      { mayPass: false, cause: error },
    );
  }
  return new VendorError(code, message, {
    mayPass,
    cause: error,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** A day before it ends; of one that lives shorter, half of its life. */
function renewAt(bearer: string, now: number): number {
  const left = (expiryOf(bearer) ?? now + LIFE_MS + DAY_MS) - now;
  return now + Math.max(left - DAY_MS, left / 2, SHORTEST_MS);
}

/** When a JSON Web Token ends, in milliseconds since the epoch; undefined where it does not say. */
export function expiryOf(bearer: string): number | undefined {
  try {
    const payload: unknown = JSON.parse(
      Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    const { exp } = z.object({ exp: z.number().positive().max(1e12) }).parse(payload);
    return exp * 1000;
  } catch {
    return undefined;
  }
}
