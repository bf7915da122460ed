import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readFileIfThere, writeFileAtomically } from '../core/files/atomic-file.ts';

const LINK_MS = 10 * 60 * 1000;
const SESSION_MS = 30 * 24 * 60 * 60 * 1000;
/** Of sessions, and of links that wait: the oldest give way. */
const MOST = 50;

const kept = z.array(z.object({ hash: z.string(), until: z.number() }));

/**
 * Who may use the browser host: programs by the run's token, people by a session that a one-time link begins.
 * Sessions outlive a restart, so that an open tab goes on; only their hashes are kept.
 */
export function createSessions(dataDir: string, clock: () => number = Date.now) {
  const file = join(dataDir, 'web-sessions.json');
  const token = randomBytes(32).toString('base64url');
  let links: Ticket[] = [];
  let sessions: Ticket[] = read(file);

  return {
    token,

    isToken: (text: string) => equal(hash(text), hash(token)),
    isSession: (id: string) => has(sessions, id, clock()),

    /** A code that is good once, for ten minutes. */
    createLink(): string {
      const code = randomBytes(24).toString('base64url');
      links = withNew(links, code, clock(), LINK_MS);
      return code;
    },

    /** @returns the id of a new session, and how long it lasts in seconds; undefined where the code is not good. */
    redeem(code: string): { id: string; seconds: number } | undefined {
      const now = clock();
      const good = has(links, code, now);
      links = links.filter((one) => !equal(one.hash, hash(code)));
      if (!good) return undefined;
      const id = randomBytes(32).toString('base64url');
      sessions = withNew(sessions, id, now, SESSION_MS);
      save(file, sessions);
      return { id, seconds: SESSION_MS / 1000 };
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

type Ticket = z.infer<typeof kept>[number];

function has(tickets: readonly Ticket[], text: string, now: number): boolean {
  const wanted = hash(text);
  return tickets.some((one) => one.until > now && equal(one.hash, wanted));
}

function withNew(tickets: readonly Ticket[], text: string, now: number, lasts: number): Ticket[] {
  const still = tickets.filter((one) => one.until > now);
  return [{ hash: hash(text), until: now + lasts }, ...still].slice(0, MOST);
}

function read(file: string): Ticket[] {
  try {
    return kept.parse(JSON.parse(readFileIfThere(file) ?? '[]'));
  } catch {
    return [];
  }
}

/** Where the disk takes nothing, people must still get in to see that: the session then lasts for this run. */
function save(file: string, sessions: readonly Ticket[]): void {
  try {
    writeFileAtomically(file, JSON.stringify(sessions));
  } catch {
    // The store's state says what is wrong with the disk.
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
