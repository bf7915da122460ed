import { z } from 'zod';
import type { ErrorCode } from '../../../shared/errors.ts';
import { VendorError } from './vendor-api.ts';

const HOUR_MS = 60 * 60 * 1000;
const LONGEST_TEXT = 200;

/** Error bodies are of many kinds: `{message}`, `{error: "…"}`, `{error: {message}}`, and lists of them. */
const words = z.union([z.string(), z.array(z.string()).transform((all) => all.join('; '))]);
const errorBody = z.union([
  z.object({ error: z.object({ message: words }) }).transform(({ error }) => error.message),
  z.object({ message: words }).transform(({ message }) => message),
  z.object({ error: words }).transform(({ error }) => error),
  z.object({ detail: words }).transform(({ detail }) => detail),
]);

/** What a status that is not 2xx means, and what to do next. @param changes the call was to change something */
export function describeRefusal(
  vendor: string,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  text: string,
  changes: boolean,
): VendorError {
  const said = quote(text);
  const mayPass = status === 408 || status === 425 || status === 429 || status >= 500;
  const how = { mayPass, unknownOutcome: changes && status >= 500 };
  const error = (code: ErrorCode, sentence: string) => new VendorError(code, sentence, how);
  switch (status) {
    case 400:
    case 422:
      return error('vendor_refused', `${vendor} does not accept this${said}. Check what was entered.`);
    case 401:
      return error('vendor_unauthorized', `${vendor} does not accept the credentials. Enter them again.`);
    case 403:
      return error(
        'vendor_forbidden',
        `${vendor} does not allow this account to do that${said}. Check its plan and its permissions.`,
      );
    case 404:
      return error(
        'vendor_not_found',
        `${vendor} does not know this${said}. It may have been removed there.`,
      );
    case 409:
      return error(
        'vendor_conflict',
        `${vendor} has something that stands against it${said}. Look there, then try again.`,
      );
    case 429: {
      const wait = readRetryAfter(headers.get('retry-after'), Date.now());
      return new VendorError(
        'vendor_rate_limited',
        `${vendor} was asked too often. Greenroom tries again by itself.`,
        {
          ...how,
          ...(wait !== undefined && { retryAfterMs: wait }),
        },
      );
    }
    default:
      if (status >= 500 || mayPass) {
        const wait = readRetryAfter(headers.get('retry-after'), Date.now());
        return new VendorError(
          'vendor_failed',
          `${vendor} has a fault of its own (${status}). Greenroom tries again by itself.`,
          { ...how, ...(wait !== undefined && { retryAfterMs: wait }) },
        );
      }
      return error(
        'vendor_unexpected',
        `${vendor} answered ${status}${said}. Is the address of the API right?`,
      );
  }
}

/** Seconds or an HTTP date; at most an hour. undefined where it is absent or nonsense. @returns milliseconds */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), HOUR_MS) : undefined;
}

/** The vendor's own words, where they can be shown: one line, short, and no secret that it may have sent back. */
function quote(text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return '';
  }
  const { data } = errorBody.safeParse(body);
  const line = data
    ?.replace(/\p{Cc}+/gu, ' ')
    .replace(/\S{20,}/g, '…')
    .trim()
    .slice(0, LONGEST_TEXT)
    .replace(/[.\s]+$/, '');
  return line ? ` ("${line}")` : '';
}
