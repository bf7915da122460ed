import { createHmac, randomBytes } from 'node:crypto';

const VALID_MS = 60_000;

/**
 * Proves that a request through the public URL reached this very process: only it can answer with the HMAC of a nonce
 * that it issued within the last minute. Anything else gets 404, so that a stranger's page never looks like ours.
 */
export function createPathProof(clock: () => number = Date.now) {
  const key = randomBytes(32);
  const issued = new Map<string, number>();
  const answerTo = (nonce: string) => createHmac('sha256', key).update(nonce).digest('hex');

  function forgetOld(): void {
    for (const [nonce, at] of issued) if (clock() - at > VALID_MS) issued.delete(nonce);
  }

  return {
    issue(): { nonce: string; expected: string } {
      forgetOld();
      const nonce = randomBytes(16).toString('hex');
      issued.set(nonce, clock());
      return { nonce, expected: answerTo(nonce) };
    },
    answer(nonce: string): string | undefined {
      forgetOld();
      return issued.has(nonce) ? answerTo(nonce) : undefined;
    },
  };
}

export type PathProof = ReturnType<typeof createPathProof>;
