import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FetchedFact } from '../../vendors/vendor-api.ts';
import type { Arrival, Committed, Fetched } from '../arrival.ts';
import { createCommitter, type NotStored } from '../committer.ts';
import { openReader } from '../open.ts';
import { createReader } from '../reader.ts';
import type { Accepted } from '../writer.ts';

export const NOW = Date.UTC(2026, 0, 15, 12);
export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'greenroom-store-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

let made = 0;

/** A verified delivery of one fact; each call makes another body unless one is given. */
export function accepted(
  over: Partial<Omit<Accepted, 'body'>> & { body?: string } & { fact?: Partial<Accepted['facts'][0]> } = {},
): Accepted {
  const { body = `{"n":${++made}}`, fact, ...rest } = over;
  const bytes = Buffer.from(body);
  return {
    endpointId: 'ep_1',
    vendor: 'bithuman',
    receivedAt: NOW,
    headers: [['Host', 'test']],
    body: bytes,
    bodyHash: hash('sha256', bytes, 'buffer'),
    verdict: 'verified',
    test: false,
    facts: [{ kind: 'agent.ready', data: {}, ...fact }],
    ...rest,
  };
}

export function rejected(over: { endpointId?: string; receivedAt?: number; body?: string } = {}): Arrival {
  const { verdict: _, test: __, facts: ___, ...received } = accepted(over);
  return { ...received, verdict: 'rejected', reason: 'signature_mismatch' };
}

/** What was said in session `v1`, as a vendor's API tells it. */
export function fetchedChat(text: string, over: Partial<FetchedFact> = {}): FetchedFact {
  return {
    kind: 'chat.message',
    occurredAt: NOW,
    vendorSessionId: 'v1',
    data: { role: 'user', text },
    key: `chat ${text}`,
    unlessTold: false,
    ...over,
  };
}

export function fetched(facts: FetchedFact[], over: Partial<Fetched> = {}): Fetched {
  return { endpointId: 'ep_1', vendor: 'bithuman', receivedAt: NOW, facts, ...over };
}

/** A real store in a folder of its own, and all that it told. */
export function startStore(file = join(tempDir(), 'greenroom.db')) {
  const told = {
    committed: [] as Committed[],
    states: [] as ({ reason: string } | undefined)[],
    setAside: [] as string[],
  };
  const committer = createCommitter(file, {
    committed: (changes) => told.committed.push(changes),
    state: (failed) => told.states.push(failed),
    setAside: (name) => told.setAside.push(name),
  });
  let closed = false;
  const close = () => {
    if (!closed) committer.close();
    closed = true;
  };
  onTestFinished(close);
  return {
    file,
    committer,
    told,
    close,
    /** Resolves after the commit, with the error where there was none. @param us the answer time */
    submit: (arrival: Arrival, us = 1500) =>
      new Promise<NotStored | undefined>((resolve) => {
        committer.submit(arrival, (error) => {
          resolve(error);
          return us;
        });
      }),
    keep: (what: Fetched) => committer.attempt((writer) => writer.recordFetched(what)),
    /** A reader on a connection of its own. */
    read() {
      const db = openReader(file);
      onTestFinished(() => void db.close());
      return createReader(db);
    },
  };
}

export type TestStore = ReturnType<typeof startStore>;
