import { z } from 'zod';
import type { EndpointCredentials } from '../../../shared/endpoints.ts';
import { AppError } from '../../../shared/errors.ts';
import { createApiCalls } from './api-call.ts';
import { VendorError } from './vendor-api.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** UNITH's tokens live seven days; one that names no end is renewed after six. */
const LIFE_MS = 6 * DAY_MS;

const answer = z
  .union([
    z.object({ data: z.object({ bearer: z.string().min(1) }) }).transform(({ data }) => data.bearer),
    z.object({ token: z.string().min(1) }).transform(({ token }) => token),
    z.object({ data: z.object({ token: z.string().min(1) }) }).transform(({ data }) => data.token),
    z.object({ bearer: z.string().min(1) }).transform(({ bearer }) => bearer),
  ])
  .pipe(z.string().max(8192));

export interface Token {
  /** One that has not ended, renewed where that is possible. @throws VendorError */
  get(): Promise<string>;
  /** It was refused: forgets it. @returns whether another can be had */
  refused(bearer: string): boolean;
}

/** The bearer token of an account: pasted, or made from e-mail and secret key and made anew before it ends. */
export function createToken(credentials: EndpointCredentials, base: string, now = Date.now): Token {
  if ('bearer' in credentials) {
    const { bearer } = credentials;
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
      if (!(error instanceof VendorError) || !['vendor_refused', 'vendor_not_found'].includes(error.code))
        throw error;
      throw new VendorError(
        'vendor_unauthorized',
        'UNITH does not accept this e-mail and secret key. Enter them again.',
        { mayPass: false, cause: error },
      );
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

/** A day before it ends; of one that lives shorter, half of its life. */
function renewAt(bearer: string, now: number): number {
  const left = (expiryOf(bearer) ?? now + LIFE_MS + DAY_MS) - now;
  return now + Math.max(left - DAY_MS, left / 2);
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
