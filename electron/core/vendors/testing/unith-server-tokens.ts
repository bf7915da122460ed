import { randomBytes } from 'node:crypto';
import type { UnithRules } from './unith-server-rules.ts';
import type { Answer, Seen } from './vendor-server.ts';

const account = { email: 'me@example.org', secretKey: 'unith-secret-key' };

/** E-mail and secret key against tokens that end, and can be taken back. */
export function createTokens(rules: UnithRules) {
  const good = new Map<string, number>();

  function issue(): string {
    const until = Date.now() + rules.tokenLifeMs;
    const payload = { exp: Math.floor(until / 1000), n: randomBytes(6).toString('hex') };
    const token = `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;
    good.set(token, until);
    return token;
  }

  return {
    account,
    issue,
    isGood({ headers }: Pick<Seen, 'headers'>): boolean {
      const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
      return (good.get(token) ?? 0) > Date.now();
    },
    answer(body: string): Answer {
      const { email, secretKey } = JSON.parse(body) as Partial<typeof account>;
      if (email !== account.email || secretKey !== account.secretKey) {
        return { status: 401, json: { message: 'Unauthorized' } };
      }
      return { json: rules.bareToken ? { token: issue() } : { data: { bearer: issue() } } };
    },
    /** The tokens that are out there are worth nothing from now on. */
    revoke: () => good.clear(),
  };
}
