import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog } from './log.ts';
import { tempFolder } from './testing/temp-folder.ts';

test('the log is for its owner alone, one JSON line each, with a time and no name of the machine', () => {
  const folder = tempFolder();
  openLog(folder).info({ port: 1 }, 'started');
  openLog(folder).info('again');
  const file = join(folder, 'greenroom.log');
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    { level: 30, time: expect.stringMatching(/^20.*Z$/), port: 1, msg: 'started' },
    { level: 30, time: expect.any(String), msg: 'again' },
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('what could be a secret is blacked out, at the top and one level down', () => {
  const folder = tempFolder();
  const S = 'hunter2';
  const every = {
    secret: S,
    secrets: [S],
    header: { name: 'x', value: S },
    headers: { cookie: S },
    value: S,
    token: S,
    bearer: S,
    password: S,
    apiSecret: S,
    secretKey: S,
    credentials: { bearer: S },
    authorization: S,
    cookie: S,
  };
  openLog(folder).info(every, 'a');
  openLog(folder).info({ input: every, err: Object.assign(new Error('b'), { secret: S }) }, 'b');
  const text = readFileSync(join(folder, 'greenroom.log'), 'utf8');
  expect(text).toContain('[Redacted]');
  expect(text).not.toContain(S);
});

test('a log over 5 MiB gives way to a new one, and is kept', () => {
  const folder = tempFolder();
  const file = join(folder, 'greenroom.log');
  writeFileSync(file, 'x'.repeat(5 * 1024 ** 2));
  openLog(folder).info('short');
  expect(existsSync(`${file}.1`)).toBe(false);
  openLog(folder).info('new');
  expect(readFileSync(file, 'utf8')).toContain('"new"');
  expect(statSync(`${file}.1`).size).toBeGreaterThan(5 * 1024 ** 2);
});
