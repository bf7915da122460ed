import { mkdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Endpoint } from '../../../shared/endpoints.ts';
import { openConfig } from '../files/config.ts';
import { reversingCipher } from '../files/testing/plain-cipher.ts';
import { tempFolder } from '../files/testing/temp-folder.ts';
import { openVault } from '../files/vault.ts';
import type { Door } from '../intake/intake.ts';
import { createEndpoints } from './endpoints.ts';

const MINUTE = 60_000;
const apple = { vendor: 'unith', name: 'Apple' };

/** Endpoints over real files; doors and pushes are noted. */
function openEndpoints(folder = tempFolder(), cipher = reversingCipher()) {
  const noted = { doors: [] as Door[], changed: [] as Endpoint[], deleted: [] as string[] };
  const config = openConfig(folder);
  const vault = openVault(folder, cipher);
  const endpoints = createEndpoints({
    config,
    vault,
    headersKey: Buffer.alloc(32),
    urls: () => ({ local: 'http://127.0.0.1:1', public: 'https://example.org/x' }),
    registrationOf: () => ({ state: 'none' }),
    doorsChanged: async (doors) => {
      noted.doors = doors;
    },
    changed: (endpoint) => noted.changed.push(endpoint),
    deleted: (id) => noted.deleted.push(id),
  });
  const secretsAtDoor = (index = 0) => noted.doors[index]?.proof?.secrets;
  return { folder, cipher, endpoints, vault, secretsAtDoor, ...{ noted } };
}

/** Puts a folder in a file's place, so that it cannot be replaced; as root nothing else stops a write. */
function block(folder: string, file: string): () => void {
  const path = join(folder, file);
  renameSync(path, `${path}.away`);
  mkdirSync(path);
  return () => {
    rmdirSync(path);
    renameSync(`${path}.away`, path);
  };
}

const keptIn = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

test('an endpoint lives through a restart as it was', async () => {
  const first = openEndpoints();
  const made = await first.endpoints.create({ ...apple, secret: 's', options: { headId: 'h' } });
  const again = openEndpoints(first.folder);
  await again.endpoints.load();
  expect(again.endpoints.list()).toEqual([made]);
  expect(again.noted.doors).toEqual(first.noted.doors);
  expect(again.secretsAtDoor()).toEqual(['s']);
  expect(keptIn(first.folder, 'config.json')).not.toContain('"s"');
});

test('keys and ids are never the same, and long enough', async () => {
  const { endpoints } = openEndpoints();
  const made = await Promise.all(Array.from({ length: 30 }, () => endpoints.create(apple)));
  expect(new Set(made.map(({ key }) => key)).size).toBe(30);
  expect(new Set(made.map(({ id }) => id)).size).toBe(30);
  for (const { key } of made) expect(Buffer.from(key, 'base64url')).toHaveLength(24);
  expect(endpoints.list()).toEqual(made);
});

describe('a replaced secret', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('stays good for ten minutes, then the door is told', async () => {
    const { endpoints, secretsAtDoor } = openEndpoints();
    const { id } = await endpoints.create({ ...apple, secret: 'one' });
    await endpoints.setSecret({ endpointId: id, secret: 'two' });
    expect(secretsAtDoor()).toEqual(['two', 'one']);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    await endpoints.setSecret({ endpointId: id, secret: 'three' });
    expect(secretsAtDoor()).toEqual(['three', 'two', 'one']);
    expect(endpoints.secretsOf(id)).toEqual({ secret: 'three' });
    await vi.advanceTimersByTimeAsync(5 * MINUTE + 1);
    expect(secretsAtDoor()).toEqual(['three', 'two']);
    await vi.advanceTimersByTimeAsync(5 * MINUTE + 1);
    expect(secretsAtDoor()).toEqual(['three']);
  });

  test('ends while the app is not running, too', async () => {
    const first = openEndpoints();
    const { id } = await first.endpoints.create({ ...apple, secret: 'one' });
    await first.endpoints.setSecret({ endpointId: id, secret: 'two' });
    first.endpoints.close();
    vi.setSystemTime(Date.now() + 4 * MINUTE);
    const second = openEndpoints(first.folder);
    await second.endpoints.load();
    expect(second.secretsAtDoor()).toEqual(['two', 'one']);
    second.endpoints.close();
    vi.setSystemTime(Date.now() + 7 * MINUTE);
    const third = openEndpoints(first.folder);
    await third.endpoints.load();
    expect(third.secretsAtDoor()).toEqual(['two']);
  });

  test('does not keep the app busy where the clock is set back by a year', async () => {
    const { endpoints, secretsAtDoor } = openEndpoints();
    const { id } = await endpoints.create({ ...apple, secret: 'one' });
    await endpoints.setSecret({ endpointId: id, secret: 'two' });
    vi.setSystemTime(Date.now() - 365 * 24 * 60 * MINUTE);
    await endpoints.update({ endpointId: id, name: 'Pear' });
    const timer = vi.spyOn(globalThis, 'setTimeout');
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(timer.mock.calls.length).toBeLessThan(10);
    expect(secretsAtDoor()?.[0]).toBe('two');
  });

  test('a header value as well; a header of another name ends the old one at once', async () => {
    const { endpoints, noted } = openEndpoints();
    const hashes = () => noted.doors[0]?.proof?.header?.valueHashes.length;
    const { id } = await endpoints.create({ ...apple, header: { name: 'X-Key', value: 'a' } });
    await endpoints.setSecret({ endpointId: id, header: { name: 'x-key', value: 'b' } });
    expect(hashes()).toBe(2);
    await endpoints.setSecret({ endpointId: id, header: { name: 'X-Other', value: 'c' } });
    expect(hashes()).toBe(1);
    expect(endpoints.get(id).headerName).toBe('X-Other');
  });
});

describe('at the same time', () => {
  test('a rename and a new secret both count', async () => {
    const { endpoints, cipher } = openEndpoints();
    const { id } = await endpoints.create(apple);
    const slow = Promise.withResolvers<void>();
    cipher.gate = () => slow.promise;
    const setting = endpoints.setSecret({ endpointId: id, secret: 's' });
    const renaming = endpoints.update({ endpointId: id, name: 'Pear' });
    slow.resolve();
    await Promise.all([setting, renaming]);
    expect(endpoints.get(id)).toMatchObject({ name: 'Pear', hasSecret: true });
  });

  test('a deleted endpoint does not come back with its new secret', async () => {
    const { endpoints, cipher, folder } = openEndpoints();
    const { id } = await endpoints.create({ ...apple, secret: 'old' });
    const slow = Promise.withResolvers<void>();
    cipher.gate = () => slow.promise;
    const setting = endpoints.setSecret({ endpointId: id, secret: 'new' });
    const deleting = endpoints.delete(id);
    const late = endpoints.setSecret({ endpointId: id, secret: 'late' });
    slow.resolve();
    await Promise.all([setting, deleting]);
    await expect(late).rejects.toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(endpoints.list()).toEqual([]);
    expect(openConfig(folder).endpoints()).toEqual([]);
    expect(keptIn(folder, 'secrets.json')).not.toContain(id);
  });
});

describe('a disk that takes nothing leaves everything as it was', () => {
  const refused = expect.objectContaining({ code: 'store_failed' });

  test.each(['config.json', 'secrets.json'])('%s cannot be written', async (file) => {
    const { endpoints, folder, noted, secretsAtDoor } = openEndpoints();
    const { id } = await endpoints.create({ ...apple, secret: 'one' });
    const before = {
      list: endpoints.list(),
      secrets: keptIn(folder, 'secrets.json'),
      changed: noted.changed.length,
    };
    const free = block(folder, file);
    await expect(endpoints.create({ ...apple, name: 'Pear', secret: 'x' })).rejects.toThrow(refused);
    await expect(endpoints.setSecret({ endpointId: id, secret: 'two' })).rejects.toThrow(refused);
    await expect(endpoints.delete(id)).rejects.toThrow(refused);
    free();
    expect(endpoints.list()).toEqual(before.list);
    expect(endpoints.secretsOf(id)).toEqual({ secret: 'one' });
    expect([secretsAtDoor(), noted.changed.length, noted.deleted]).toEqual([['one'], before.changed, []]);
    expect(keptIn(folder, 'secrets.json')).toBe(before.secrets);

    const again = openEndpoints(folder);
    await again.endpoints.load();
    expect([again.endpoints.list(), again.secretsAtDoor()]).toEqual([before.list, ['one']]);
    await endpoints.setSecret({ endpointId: id, secret: 'two' });
    expect(secretsAtDoor()).toEqual(['two', 'one']);
  });
});

describe('a secret that cannot be read', () => {
  async function unreadable(more: object = {}) {
    const first = openEndpoints();
    const { id } = await first.endpoints.create({ ...apple, secret: 's', ...more });
    const other = openEndpoints(first.folder, reversingCipher('other'));
    await other.endpoints.load();
    return { id, first, ...other };
  }

  test('closes the door without losing deliveries, and heals when it is entered again', async () => {
    const { id, endpoints, noted, secretsAtDoor } = await unreadable();
    expect(endpoints.get(id)).toMatchObject({
      hasSecret: true,
      secretUnreadable: true,
      verification: 'signature',
    });
    expect(noted.doors).toEqual([expect.objectContaining({ endpointId: id, proof: undefined })]);
    expect(() => endpoints.secretsOf(id)).toThrow(expect.objectContaining({ code: 'secret_unreadable' }));
    const healed = await endpoints.setSecret({ endpointId: id, secret: 'again' });
    expect(healed).not.toHaveProperty('secretUnreadable');
    expect(secretsAtDoor()).toEqual(['again']);
  });

  test('heals by itself once it can be read, and tells so; what was readable is not read again', async () => {
    const first = openEndpoints();
    const locked = await first.endpoints.create({ ...apple, secret: 'locked' });
    const readable = await first.endpoints.create({ ...apple, secret: 'fine' });
    const cipher = reversingCipher();
    const { decrypt } = cipher;
    let lockedAway = /dekcol/;
    cipher.decrypt = async (kept) => {
      if (lockedAway.test(kept)) throw new Error('locked');
      return decrypt(kept);
    };
    const { endpoints, noted, secretsAtDoor } = openEndpoints(first.folder, cipher);
    await endpoints.load();
    expect(endpoints.get(locked.id).secretUnreadable).toBe(true);
    lockedAway = /enif/;
    await Promise.all([endpoints.load(), endpoints.load()]);
    expect([secretsAtDoor(0), secretsAtDoor(1)]).toEqual([['locked'], ['fine']]);
    expect(noted.changed.map(({ id }) => id)).toEqual([locked.id]);
    expect(endpoints.get(readable.id)).not.toHaveProperty('secretUnreadable');
  });

  test('is not given up for new credentials alone', async () => {
    const { id, endpoints, first } = await unreadable({ credentials: { bearer: 'b' } });
    await expect(endpoints.setSecret({ endpointId: id, credentials: { bearer: 'c' } })).rejects.toThrow(
      expect.objectContaining({ code: 'secret_unreadable' }),
    );
    const back = openEndpoints(first.folder);
    await back.endpoints.load();
    expect(back.endpoints.secretsOf(id)).toEqual({ secret: 's' });
  });

  test('does not close a door that is open to all by the user’s word', async () => {
    const { id, endpoints, noted } = await unreadable();
    await endpoints.update({ endpointId: id, verification: 'none' });
    expect(noted.doors[0]?.proof?.verification).toBe('none');
  });
});

describe('verification', () => {
  const header = { name: 'X-Key', value: 'v' };
  const credentials = { apiSecret: 'a' };
  test.each([
    ['bithuman', {}, 'signature-timestamp'],
    ['bithuman', { secret: 's' }, 'signature-timestamp'],
    ['bithuman', { header }, 'header'],
    ['bithuman', { secret: 's', header }, 'header'],
    ['bithuman', { credentials }, 'signature-timestamp'],
    ['bithuman-dashboard', {}, 'header'],
    ['bithuman-dashboard', { header }, 'header'],
    ['bithuman-dashboard', { secret: 's' }, 'signature'],
    ['bithuman-dashboard', { secret: 's', header }, 'header'],
    ['unith', {}, 'signature'],
    ['unith', { secret: 's' }, 'signature'],
    ['unith', { header }, 'header'],
    ['unith', { secret: 's', verification: 'none' as const }, 'none'],
  ])('of %s with %j is %s', async (vendor, given, wanted) => {
    const { endpoints } = openEndpoints();
    const { verification, hasSecret, hasCredentials } = await endpoints.create({
      vendor,
      name: 'N',
      ...given,
    });
    expect(verification).toBe(wanted);
    expect(hasSecret).toBe('secret' in given || 'header' in given);
    expect(hasCredentials).toBe('credentials' in given);
  });

  test('none ends by the user’s word, or with a secret; nothing but what the secrets make of it can be asked for', async () => {
    const { endpoints } = openEndpoints();
    const { id: endpointId } = await endpoints.create({ ...apple, secret: 's', verification: 'none' });
    await expect(endpoints.update({ endpointId, verification: 'header' })).rejects.toThrow(
      /make it "signature"/,
    );
    expect((await endpoints.update({ endpointId, verification: 'signature' })).verification).toBe(
      'signature',
    );
    expect((await endpoints.update({ endpointId, verification: 'none' })).verification).toBe('none');
    expect((await endpoints.setSecret({ endpointId, credentials: { bearer: 'b' } })).verification).toBe(
      'none',
    );
    expect((await endpoints.setSecret({ endpointId, secret: 't' })).verification).toBe('signature');
  });
});

test('urls are put together from where the receiver is', async () => {
  const { endpoints } = openEndpoints();
  const { path, localUrl, publicUrl, key } = await endpoints.create(apple);
  expect([path, localUrl, publicUrl]).toEqual([
    `/hooks/${key}`,
    `http://127.0.0.1:1${path}`,
    `https://example.org/x${path}`,
  ]);
});

test('an unknown vendor is refused without repeating what was said', async () => {
  const { endpoints } = openEndpoints();
  await expect(endpoints.create({ vendor: 'whsec_123', name: 'N' })).rejects.toThrow(
    expect.objectContaining({ code: 'bad_input', message: expect.not.stringContaining('whsec_123') }),
  );
});
