import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import type { Arrival, Committed } from './arrival.ts';
import { createGather } from './gather.ts';
import { publicId } from './ids.ts';
import { moveAside, openStore } from './open.ts';
import { keptBytes } from './retention.ts';
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
  /** The store stopped or began to take writes, or stopped for another reason. */
  state(failed: { reason: string } | undefined): void;
  /** A damaged file was moved to this name, and a new one has begun. */
  setAside(name: string): void;
}

export type Committer = ReturnType<typeof createCommitter>;

/** Answer times wait this long for a commit to go with. */
const NOTE_MS = 500;

/**
 * Group commit: all deliveries that wait together share one transaction and one write to the disk,
 * and each is answered after it.
 */
export function createCommitter(file: string, events: CommitterEvents) {
  let db: Database.Database;
  let writer: Writer;
  let waiting: Waiting[] = [];
  let failure: string | undefined;
  /** Answer times, by delivery; only for the list, so that they may wait for the next commit. */
  let answers: [id: number, us: number][] = [];
  let idleFlush: NodeJS.Timeout | undefined;
  /** A damaged file that was moved, until a new one has begun. */
  let movedTo: string | undefined;
  open();

  function open(): void {
    const opened = openStore(file);
    db = opened.db;
    writer = createWriter(db);
    answers = [];
    const name = opened.setAside ?? movedTo;
    movedTo = undefined;
    if (name !== undefined) events.setAside(name);
  }

  /** Damage that is met costs what was kept so far, never what comes now: that goes into a new store. */
  function transact<T>(work: (writer: Writer, db: Database.Database) => T): { value: T; changes: Committed } {
    // Closed where no new store could be begun.
    if (!db.open) open();
    try {
      return transactOnce(work);
    } catch (error) {
      if (classify(error) !== 'damaged') throw error;
      db.close();
      movedTo = moveAside(file, Date.now());
      open();
      return transactOnce(work);
    }
  }

  function transactOnce<T>(work: (writer: Writer, db: Database.Database) => T) {
    const both = db.transaction(() => {
      writer.begin();
      const value = work(writer, db);
      for (const [id, us] of answers) writer.noteAnswer(id, us);
      return { value, changes: writer.finish(failure !== undefined) };
    });
    const outcome = both.immediate();
    answers = [];
    if (failure !== undefined) events.state(undefined);
    failure = undefined;
    return outcome;
  }

  function report(error: unknown): NotStored {
    const reason = explain(error);
    if (reason !== failure) events.state({ reason });
    failure = reason;
    return new NotStored(error);
  }

  /** One bad arrival does not take the others with it. */
  function commit(group: Waiting[]): void {
    const record = (writer: Writer) => group.map(({ arrival }) => writer.record(arrival));
    let outcome: ReturnType<typeof transact<ReturnType<typeof record>>>;
    try {
      outcome = transact(record);
    } catch (error) {
      if (group.length > 1 && classify(error) === 'other') {
        for (const one of group) commit([one]);
        return;
      }
      const failed = report(error);
      for (const { done } of group) done(failed);
      return;
    }
    const summaries = new Map(outcome.changes.deliveries.map((delivery) => [delivery.id, delivery]));
    group.forEach(({ done }, i) => {
      const us = done();
      const recorded = outcome.value[i];
      if (!recorded || recorded.repeats) return;
      const summary = summaries.get(publicId('d', recorded.id, writer.storeId));
      if (summary) summary.answeredInMs = us / 1000;
      answers.push([recorded.id, us]);
    });
    noteSoon();
    events.committed(outcome.changes);
  }

  const gather = createGather(
    () => waiting.length,
    () => {
      const group = waiting;
      waiting = [];
      commit(group);
    },
  );

  /** What no vendor waits for gets a commit of its own, soon: answer times and the grouped indexes. */
  function noteSoon(): void {
    idleFlush ??= setTimeout(() => {
      idleFlush = undefined;
      note();
    }, NOTE_MS).unref();
  }

  function note(): void {
    if (answers.length === 0 || failure !== undefined) return;
    try {
      attempt((writer) => writer.foldNow());
    } catch {
      // Told as the store's state; they go with the next commit.
    }
  }

  /** Runs maintenance in a transaction of its own. @throws NotStored */
  function attempt<T>(work: (writer: Writer, db: Database.Database) => T): T {
    try {
      const { value, changes } = transact(work);
      if (changes.events.length > 0 || changes.deliveries.length > 0 || changes.sessions.length > 0) {
        events.committed(changes);
      }
      return value;
    } catch (error) {
      throw report(error);
    }
  }

  return {
    storeId: () => writer.storeId,

    /** The last `seq` that was committed. */
    lastSeq: () => db.prepare('SELECT last_seq FROM meta').pluck().get() as number,

    /** Bytes that the kept rows take; 0 while nobody can tell. */
    keptBytes(): number {
      try {
        return keptBytes(db);
      } catch {
        return 0;
      }
    },

    /** @param done called after the commit, or with the reason why there was none; returns the answer time in µs. */
    submit(arrival: Arrival, done: Waiting['done']): void {
      waiting.push({ arrival, done });
      gather.arrived();
    },

    /** Commits what waits now. */
    flush: gather.now,

    attempt,

    /** Statements outside a transaction: pragmas, bounded reads. */
    database: () => db,

    /** Commits what waits and closes the file. */
    close(): void {
      gather.now();
      clearTimeout(idleFlush);
      note();
      db.close();
    },
  };
}
