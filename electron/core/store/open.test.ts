import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations } from './migrations/migrations.ts';
import { moveAside, openReader, openStore } from './open.ts';
import { accepted, NOW, startStore, tempDir } from './testing/temp-store.ts';

const newFile = () => join(tempDir(), 'greenroom.db');
const newest = migrations.at(-1)?.version ?? 0;

function opened(file: string, now = NOW) {
  const store = openStore(file, now);
  onTestFinished(() => void store.db.close());
  return store;
}

function schemaOf(db: Database.Database) {
  return db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
}

/** A closed store with some deliveries in it. */
async function filled(count = 40): Promise<string> {
  const { file, submit, close } = startStore();
  await Promise.all(
    Array.from({ length: count }, () =>
      submit(accepted({ body: JSON.stringify('x'.repeat(2000)) + Math.random() })),
    ),
  );
  close();
  return file;
}

test('a fresh store is safe and small in its ways', () => {
  const { db, setAside } = opened(newFile());
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect(setAside).toBeUndefined();
  expect(pragma('user_version')).toBe(newest);
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('auto_vacuum')).toBe(2);
  expect(pragma('wal_autocheckpoint')).toBe(0);
});

test('versions are 1, 2, 3 … without gaps', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
});

test.each(migrations.map((_, i) => i))('from version %i a store becomes what a fresh one is', (from) => {
  const file = newFile();
  const old = new Database(file);
  migrate(old, migrations.slice(0, from));
  old.close();
  expect(schemaOf(opened(file).db)).toEqual(schemaOf(opened(newFile()).db));
});

test('a step that fails leaves the version before it', () => {
  const db = new Database(':memory:');
  const steps = [
    { version: 1, sql: 'CREATE TABLE a (x)' },
    { version: 2, sql: 'CREATE TABLE b (x); CREATE TABLE a (x)' },
  ];
  expect(() => migrate(db, steps)).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(schemaOf(db)).toHaveLength(1);
  db.close();
});

test.each(['delete', 'wal'])(
  'a store of a newer version (journal %s) is refused and left byte for byte',
  (mode) => {
    const file = newFile();
    const newer = new Database(file);
    newer.pragma(`journal_mode = ${mode}`);
    newer.exec('CREATE TABLE future (x); INSERT INTO future VALUES (1)');
    newer.pragma(`user_version = ${newest + 1}`);
    const bytes = readFileSync(file);
    const wal = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : undefined;
    if (mode === 'delete') newer.close();
    expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'store_newer' }));
    expect(readFileSync(file).equals(bytes)).toBe(true);
    if (wal) expect(readFileSync(`${file}-wal`).equals(wal)).toBe(true);
    newer.close();
    expect(readdirSync(dirname(file)).filter((name) => name.includes('damaged'))).toEqual([]);
  },
);

test.each<[string, (file: string) => void]>([
  ['garbage', (file) => writeFileSync(file, Buffer.alloc(9000, 'no database '))],
  ['a damaged header', (file) => overwrite(file, 0, 'SQLite format 4\0')],
  ['half a file', (file) => truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096)],
  ['two pages less', (file) => truncateSync(file, statSync(file).size - 8192)],
  ['a wiped page', (file) => overwrite(file, 4096 * 3, Buffer.alloc(4096, 0xff))],
  ['a wiped schema', (file) => overwrite(file, 100, Buffer.alloc(2000, 0xff))],
])('%s is set aside whole, and a new store begins', async (_, spoil) => {
  const file = await filled();
  spoil(file);
  const bytes = readFileSync(file);
  const { db, setAside } = opened(file);
  expect(setAside).toBe(`${file}.damaged-2026-01-15T12-00-00-000Z`);
  expect(readFileSync(setAside ?? '').equals(bytes)).toBe(true);
  expect(db.prepare('SELECT count(*) FROM deliveries').pluck().get()).toBe(0);
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
});

test('what was set aside in the same moment is not overwritten', () => {
  const file = newFile();
  const names = ['one', 'two', 'three'].map((text) => {
    writeFileSync(file, text);
    writeFileSync(`${file}-wal`, `${text} journal`);
    return moveAside(file, NOW);
  });
  expect(new Set(names).size).toBe(3);
  expect(names.map((name) => readFileSync(name, 'utf8'))).toEqual(['one', 'two', 'three']);
  expect(names.map((name) => readFileSync(`${name}-wal`, 'utf8'))).toEqual([
    'one journal',
    'two journal',
    'three journal',
  ]);
});

test('opening a sound store changes nothing in it', async () => {
  const file = await filled();
  const bytes = readFileSync(file);
  openStore(file).db.close();
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('an empty file is a fresh store', () => {
  const file = newFile();
  writeFileSync(file, '');
  expect(opened(file).setAside).toBeUndefined();
});

test('a reader sees each commit and can change nothing', async () => {
  const { file, submit } = startStore();
  const db = openReader(file);
  onTestFinished(() => void db.close());
  const count = db.prepare('SELECT count(*) FROM events').pluck();
  expect(count.get()).toBe(0);
  await submit(accepted());
  expect(count.get()).toBe(1);
  expect(() => db.exec('DELETE FROM events')).toThrow(/readonly/);
});

function overwrite(file: string, at: number, what: string | Buffer): void {
  const bytes = readFileSync(file);
  Buffer.from(what).copy(bytes, at);
  writeFileSync(file, bytes);
}
