import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { moveAside } from '../store/open.ts';
import { accepted, NOW, startStore, tempDir } from '../store/testing/temp-store.ts';
import { startReaders } from './readers.ts';
import { tellToDie } from './testing/crash-on-command.ts';

const entry = (name: string) => new URL(`./testing/mortal-${name}.ts`, import.meta.url);
const entries = { receive: entry('receive'), read: entry('read'), search: entry('search') };
const page = { limit: 50 };

function start() {
  const store = startStore();
  const folder = tempDir();
  const files = {
    main: store.file,
    search: join(folder, 'search.db'),
    insights: join(folder, 'insights.db'),
  };
  const deaths: Error[] = [];
  const readers = startReaders(entries, files, (error) => deaths.push(error));
  onTestFinished(() => readers.stop());
  return { store, files, readers, deaths };
}

const say = (text: string) => accepted({ fact: { kind: 'chat.message', data: { role: 'user', text } } });

test('pages, searches and the index follow the commits', async () => {
  const { store, readers } = start();
  await store.submit(say('first words'));
  expect((await readers.read().ask.feedPage(page)).events).toHaveLength(1);
  readers.search().tell('follow');
  await vi.waitUntil(async () => (await readers.search().ask.indexedSeq()) === 1);
  await store.submit(say('second words'));
  await store.submit(say('third words'));
  readers.search().tell('follow');
  await vi.waitUntil(async () => (await readers.search().ask.indexedSeq()) === 3);
  const found = await readers.search().ask.search({ query: 'words', limit: 2 });
  expect(found).toMatchObject({ events: [{ seq: 3 }, { seq: 2 }], more: true });
  expect(await readers.search().ask.search({ query: 'words', limit: 2, before: 2 })).toMatchObject({
    events: [{ seq: 1 }],
    more: false,
  });
});

test('a reader that dies is started again; calls meanwhile are refused, telling is harmless', async () => {
  const { store, files, readers, deaths } = start();
  await store.submit(say('words'));
  await readers.read().ask.feedPage(page);
  await readers.search().ask.indexedSeq();
  tellToDie(`${files.main}.die`);
  tellToDie(`${files.search}.die`, 'exit');
  await vi.waitUntil(() => deaths.length === 2);
  readers.search().tell('follow');
  await expect(readers.read().ask.feedPage(page)).rejects.toMatchObject({ code: 'not_available' });
  await vi.waitUntil(
    () =>
      readers
        .read()
        .ask.feedPage(page)
        .then(
          ({ events }) => events.length === 1,
          () => false,
        ),
    { timeout: 5000 },
  );
  await vi.waitUntil(
    () =>
      readers
        .search()
        .ask.search({ query: 'words', limit: 5 })
        .then(
          ({ events }) => events.length === 1,
          () => false,
        ),
    { timeout: 5000 },
  );
});

test('one that keeps dying is tried again, and stopping ends that', async () => {
  const { files, readers, deaths } = start();
  writeFileSync(`${files.main}.die`, '');
  tellToDie(`${files.main}.die`);
  await vi.waitUntil(() => deaths.length >= 2, { timeout: 5000 });
  rmSync(`${files.main}.die`);
  await vi.waitUntil(
    () =>
      readers
        .read()
        .ask.feedPage(page)
        .then(
          () => true,
          () => false,
        ),
    { timeout: 5000 },
  );
  await readers.stop();
});

test('after a restart they read the store that has taken the place of the old one', async () => {
  const { store, files, readers } = start();
  await store.submit(say('old words'));
  expect((await readers.read().ask.feedPage(page)).events).toHaveLength(1);
  store.close();
  moveAside(files.main, NOW);
  const fresh = startStore(files.main);
  await fresh.submit(say('new words'));
  await fresh.submit(say('more words'));
  await Promise.all([readers.restart(), readers.restart()]);
  expect((await readers.read().ask.feedPage(page)).events).toHaveLength(2);
  readers.search().tell('follow');
  await vi.waitUntil(async () => (await readers.search().ask.indexedSeq()) === 2);
  expect((await readers.search().ask.search({ query: 'old', limit: 5 })).events).toEqual([]);
});

test('the search thread moves the journal into the file', async () => {
  const { store, readers } = start();
  await Promise.all(Array.from({ length: 200 }, () => store.submit(say('x'.repeat(2000)))));
  readers.search().tell('follow');
  const { statSync } = await import('node:fs');
  await vi.waitUntil(() => statSync(store.file).size > 200 * 2000, { timeout: 5000 });
});
