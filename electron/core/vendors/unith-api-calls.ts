import { AsyncLocalStorage } from 'node:async_hooks';
import type { z } from 'zod';
import { type ApiRequest, createApiCalls } from './api-call.ts';
import type { Token } from './unith-token.ts';
import { VendorError } from './vendor-api.ts';

export type UnithCall = <T>(request: ApiRequest, schema: z.ZodType<T>) => Promise<T>;

/**
 * Calls with the account's token. One that was refused is renewed, and the call tried again: once.
 * @throws AppError `not_https`
 */
export function createUnithCall(base: string, token: Token): UnithCall {
  // Of each call by itself: another one may meanwhile be on its way with a newer token.
  const calling = new AsyncLocalStorage<{ bearer?: string }>();
  const { call } = createApiCalls({
    vendor: 'UNITH',
    base,
    async headers() {
      const bearer = await token.get();
      const mine = calling.getStore();
      if (mine) mine.bearer = bearer;
      return { authorization: `Bearer ${bearer}` };
    },
  });

  return async (request, schema) => {
    const mine: { bearer?: string } = {};
    try {
      return await calling.run(mine, () => call(request, schema));
    } catch (error) {
      // Without a token it was e-mail and secret key that were refused: asking again would change nothing.
      if (mine.bearer === undefined || !isUnauthorized(error)) throw error;
      if (token.refused(mine.bearer)) return call(request, schema);
      throw new VendorError(
        'vendor_unauthorized',
        'The bearer token has ended, or UNITH does not accept it. Paste a new one, or enter e-mail and secret key.',
        { mayPass: false, cause: error },
      );
    }
  };
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof VendorError && error.code === 'vendor_unauthorized';
}
