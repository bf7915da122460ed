import { expect, test } from 'vitest';
import { inputs, isCommand } from './contract.ts';
import { isLoopback } from './endpoints.ts';
import { defaultSettings, settingsSchema } from './settings.ts';

test('only what stands in the table is a command', () => {
  for (const name of Object.keys(inputs)) expect(isCommand(name)).toBe(true);
  for (const name of ['', 'toString', '__proto__', 'constructor', 'status'])
    expect(isCommand(name)).toBe(false);
});

test('a page has 50 rows where nothing is said, and 1 to 500 where it is', () => {
  for (const page of [inputs['feed.page'], inputs['session.list'], inputs['delivery.list']]) {
    expect(page.parse({})).toEqual({ limit: 50 });
    for (const limit of [1, 500]) expect(page.parse({ limit })).toEqual({ limit });
    for (const limit of [0, 501, -1, 1.5, '1', null]) expect(page.safeParse({ limit }).success).toBe(false);
  }
});

test('the defaults are settings', () => {
  expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
});

test('an input that is no address is refused, not thrown', () => {
  const create = inputs['endpoint.create'];
  for (const apiBase of ['', 'x', 'http://', 'https://', 'http://[', 'https://u@a.b']) {
    expect(create.safeParse({ vendor: 'v', name: 'n', options: { apiBase } }).success).toBe(false);
  }
  const https = { vendor: 'v', name: 'n', options: { apiBase: 'https://a.b' } };
  expect(create.parse(https)).toEqual(https);
});

test('what is on this computer', () => {
  for (const url of ['http://127.0.0.1', 'http://127.1.2.3:80/x', 'http://[::1]:1', 'http://localhost'])
    expect(isLoopback(url)).toBe(true);
  for (const url of [
    'http://127.evil.com',
    'http://localhost.evil.com',
    'http://[::2]',
    'http://0.0.0.0',
    'nonsense',
  ])
    expect(isLoopback(url)).toBe(false);
});
