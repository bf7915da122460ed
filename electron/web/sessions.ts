import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readFileIfThere, writeFileAtomically } from '../core/files/atomic-file.ts';

const LINK_MS = 10 * 60 * 1000;
const SESSION_MS = 30 * 24 * 60 * 60 * 1000;
const MOST = 50;

const kept = z.array(z.object({ hash: z.string(), until: z.number() }));

/**
 * Who may use the browser host: programs by the run's token, people by a session that a one-time link begins.
 * Sessions outlive a restart, so that an open tab goes on; only their hashes are kept.
 */
export function createSessions(dataDir: string, clock: () => number = Date.now) {
  const file = join(dataDir, 'web-sessions.json');
  const token = randomBytes(32).toString('base64url');
  const links = new Map<string, number>();
  let sessions = read(file);

  return {
    token,

    isToken: (text: string) => equal(hash(text), hash(token)),

    isSession(id: string): boolean {
      const wanted = hash(id);
      return sessions.some((one) => one.until > clock() && equal(one.hash, wanted));
    },

    /** A code that is good once, for ten minutes. */
    createLink(): string {
      const code = randomBytes(24).toString('base64url');
      links.set(hash(code), clock() + LINK_MS);
      return code;
    },

    /** @returns the id of a new session, and how long it lasts in seconds; undefined where the code is not good. */
    redeem(code: string): { id: string; seconds: number } | undefined {
      const wanted = hash(code);
      const until = links.get(wanted);
      links.delete(wanted);
      if (until === undefined || until < clock()) return undefined;
      const id = randomBytes(32).toString('base64url');
      const now = clock();
      sessions = [
        { hash: hash(id), until: now + SESSION_MS },
        ...sessions.filter((one) => one.until > now),
      ].slice(0, MOST);
      writeFileAtomically(file, JSON.stringify(sessions));
      return { id, seconds: SESSION_MS / 1000 };
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

function read(file: string): z.infer<typeof kept> {
  try {
    return kept.parse(JSON.parse(readFileIfThere(file) ?? '[]'));
  } catch {
    return [];
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
