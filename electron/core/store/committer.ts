import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import type { Arrival, Committed } from './arrival.ts';
import { moveAside, openStore } from './open.ts';
import { classify, explain } from './sqlite-error.ts';
import { createWriter, type Writer } from './writer.ts';

/** The commit did not happen; nothing pretends to be stored. */
export class NotStored extends AppError {
  constructor(cause: unknown) {
    super('store_failed', `Nothing was stored. ${explain(cause)}`, { cause });
  }
}

interface Waiting {
  arrival: Arrival;
  /** Called after the commit; returns how long the answer took, in microseconds. */
  done: (error?: NotStored) => number;
}

export interface CommitterEvents {
  /** Called after the answers, so that no vendor waits for what follows. */
  committed(changes: Committed): void;
  /** The store stopped or began to take writes. */
  state(failed: { reason: string } | undefined): void;
  /** A damaged file was moved to this name, and a new one has begun. */
  setAside(name: string): void;
}

export type Committer = ReturnType<typeof createCommitter>;

/**
 * Group commit: all deliveries that wait when the loop comes round share one transaction and one write to the disk,
 * and each is answered after it.
 */
export function createCommitter(file: string, events: CommitterEvents) {
  let { db, setAside } = openStore(file);
  if (setAside) events.setAside(setAside);
  let writer = createWriter(db);
  let waiting: Waiting[] = [];
  let scheduled = false;
  let failed = false;
  /** Answer times, by delivery; only for the list, so that they may wait for the next commit. */
  let answers: [id: number, us: number][] = [];
  let idleFlush: NodeJS.Timeout | undefined;

  function transact<T>(work: (writer: Writer, db: Database.Database) => T): { value: T; changes: Committed } {
    const noted = answers;
    const both = db.transaction(() => {
      writer.begin();
      const value = work(writer, db);
      for (const [id, us] of noted) writer.noteAnswer(id, us);
      return { value, changes: writer.finish() };
    });
    const outcome = both.immediate();
    answers = answers.filter((answer) => !noted.includes(answer));
    return outcome;
  }

  function report(error: unknown): void {
    if (classify(error) === 'damaged') {
      db.close();
      events.setAside(moveAside(file, Date.now()));
      ({ db } = openStore(file));
      writer = createWriter(db);
      answers = [];
    }
    failed = true;
    events.state({ reason: explain(error) });
  }

  function recovered(): void {
    if (!failed) return;
    failed = false;
    events.state(undefined);
  }

  /** @returns what was committed; one bad arrival does not take the others with it. */
  function commit(group: Waiting[]): void {
    let ids: number[];
    let changes: Committed;
    try {
      const outcome = transact((writer) => group.map(({ arrival }) => writer.record(arrival)));
      ids = outcome.value;
      changes = outcome.changes;
    } catch (error) {
      if (group.length > 1 && classify(error) === 'other') {
        for (const one of group) commit([one]);
        return;
      }
      tryReport(error);
      for (const { done } of group) done(new NotStored(error));
      return;
    }
    recovered();
    const summaries = new Map(changes.deliveries.map((delivery) => [delivery.id, delivery]));
    group.forEach(({ done }, i) => {
      const us = done();
      const id = ids[i] as number;
      const summary = summaries.get(`d${id}-${writer.storeId}`);
      if (summary?.answeredInMs !== 0 || summary.duplicates > 0) return;
      summary.answeredInMs = us / 1000;
      answers.push([id, us]);
    });
    noteSoon();
    events.committed(changes);
  }

  function tryReport(error: unknown): void {
    try {
      report(error);
    } catch (again) {
      failed = true;
      events.state({ reason: explain(again) });
    }
  }

  function flush(): void {
    scheduled = false;
    const group = waiting;
    waiting = [];
    if (group.length > 0) commit(group);
  }

  /** With no next commit in sight, the answer times get one of their own. */
  function noteSoon(): void {
    idleFlush ??= setTimeout(() => {
      idleFlush = undefined;
      if (answers.length > 0 && !failed) attempt(() => undefined);
    }, 500).unref();
  }

  /** Runs maintenance in a transaction of its own. @throws NotStored */
  function attempt<T>(work: (writer: Writer, db: Database.Database) => T): T {
    try {
      const { value, changes } = transact(work);
      recovered();
      if (changes.deliveries.length > 0 || changes.sessions.length > 0) events.committed(changes);
      return value;
    } catch (error) {
      tryReport(error);
      throw new NotStored(error);
    }
  }

  return {
    storeId: () => writer.storeId,

    /** The last `seq` that was committed. */
    lastSeq: () => db.prepare('SELECT last_seq FROM meta').pluck().get() as number,

    /** @param done called after the commit, or with the reason why there was none; returns the answer time in µs. */
    submit(arrival: Arrival, done: Waiting['done']): void {
      waiting.push({ arrival, done });
      if (scheduled) return;
      scheduled = true;
      setImmediate(flush);
    },

    attempt,

    /** Statements outside a transaction: pragmas, bounded reads. */
    database: () => db,

    /** Commits what waits and closes the file. */
    close(): void {
      flush();
      clearTimeout(idleFlush);
      if (answers.length > 0 && !failed) transact(() => undefined);
      db.close();
    },
  };
}
