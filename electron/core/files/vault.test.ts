import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reversingCipher } from './testing/plain-cipher.ts';
import { tempFolder } from './testing/temp-folder.ts';
import { openVault } from './vault.ts';

test('secrets come back after a restart, and only there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' })),
      async (secrets) => {
        const folder = tempFolder();
        const vault = openVault(folder, reversingCipher());
        await Promise.all(Object.entries(secrets).map(([name, plain]) => vault.set(name, plain)));
        const again = openVault(folder, reversingCipher());
        for (const [name, plain] of Object.entries(secrets)) expect(await again.get(name)).toBe(plain);
        expect(await again.get('none')).toBeUndefined();
      },
    ),
    { numRuns: 25 },
  );
});

test.each(['__proto__', 'constructor', 'toString'])(
  'a secret named %s is kept like any other',
  async (name) => {
    const folder = tempFolder();
    const vault = openVault(folder, reversingCipher());
    expect([vault.has(name), await vault.get(name)]).toEqual([false, undefined]);
    await vault.set(name, 'one');
    const again = openVault(folder, reversingCipher());
    expect([again.has(name), await again.get(name)]).toEqual([true, 'one']);
    await again.delete(name);
    expect(openVault(folder, reversingCipher()).has(name)).toBe(false);
  },
);

test('of changes at the same time the last call wins, however long encrypting takes', async () => {
  const cipher = reversingCipher();
  const vault = openVault(tempFolder(), cipher);
  const slow = Promise.withResolvers<void>();
  cipher.gate = (plain) => (plain === 'first' ? slow.promise : Promise.resolve());
  const changes = [vault.set('a', 'first'), vault.set('a', 'second'), vault.set('b', 'other')];
  slow.resolve();
  await Promise.all(changes);
  expect([await vault.get('a'), await vault.get('b')]).toEqual(['second', 'other']);
});

test('what the system asks to encrypt anew does not undo a newer secret', async () => {
  const cipher = reversingCipher();
  const folder = tempFolder();
  const vault = openVault(folder, cipher);
  await vault.set('a', 'old');
  cipher.stale = true;
  const [read] = await Promise.all([vault.get('a'), vault.set('a', 'new')]);
  expect(read).toBe('old');
  cipher.stale = false;
  expect([await vault.get('a'), await openVault(folder, cipher).get('a')]).toEqual(['new', 'new']);
});

test('a change can be taken back', async () => {
  const folder = tempFolder();
  const vault = openVault(folder, reversingCipher());
  const undoFirst = await vault.set('a', 'one');
  const undoSecond = await vault.set('a', 'two');
  const undoDelete = await vault.delete('a');
  expect(await vault.get('a')).toBeUndefined();
  await undoDelete();
  expect(await vault.get('a')).toBe('two');
  await undoSecond();
  expect(await openVault(folder, reversingCipher()).get('a')).toBe('one');
  await undoFirst();
  expect(await vault.get('a')).toBeUndefined();
});

test('a failed change does not hinder the next, and changes nothing', async () => {
  const folder = tempFolder();
  const vault = openVault(folder, reversingCipher());
  await vault.set('a', 'one');
  const file = join(folder, 'secrets.json');
  const content = readFileSync(file, 'utf8');
  rmSync(file);
  mkdirSync(file);
  const refused = expect.objectContaining({ code: 'store_failed' });
  await expect(vault.set('a', 'two')).rejects.toThrow(refused);
  await expect(vault.delete('a')).rejects.toThrow(refused);
  expect(await vault.get('a')).toBe('one');
  expect(readdirSync(folder)).toEqual(['secrets.json']);
  rmSync(file, { recursive: true });
  writeFileSync(file, content);
  await vault.set('b', 'three');
  expect([await vault.get('a'), await vault.get('b')]).toEqual(['one', 'three']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('what another host kept is unreadable, and stays as it is', async () => {
  const folder = tempFolder();
  await openVault(folder, reversingCipher('a')).set('x', 'secret');
  const other = openVault(folder, reversingCipher('b'));
  await expect(other.get('x')).rejects.toThrow(expect.objectContaining({ code: 'secret_unreadable' }));
  await other.set('y', 'mine');
  expect(await openVault(folder, reversingCipher('a')).get('x')).toBe('secret');
});

test.each(['', '{', '[]', '{"version":2,"entries":{}}', '{"version":1,"entries":{"a":1}}'])(
  'a damaged file of %j is set aside, never overwritten',
  async (text) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'secrets.json'), text);
    const vault = openVault(folder, reversingCipher(), Date.UTC(2026, 2, 4));
    await vault.set('a', 'b');
    expect(vault.setAside).toBe(join(folder, 'secrets.json.damaged-2026-03-04T00-00-00-000Z'));
    expect(readFileSync(vault.setAside ?? '', 'utf8')).toBe(text);
  },
);

test('a file that the system withholds is no empty one', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'secrets.json'));
  expect(() => openVault(folder, reversingCipher())).toThrow(
    expect.objectContaining({ code: 'store_failed' }),
  );
});
