import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFileCipher } from './cipher.ts';
import { newDataDir } from './testing/test-host.ts';

const unreadable = expect.objectContaining({ code: 'secret_unreadable' });
const unavailable = (message: RegExp) =>
  expect.objectContaining({ code: 'vault_unavailable', message: expect.stringMatching(message) });

test('what was encrypted comes back, and looks different each time', async () => {
  const folder = newDataDir();
  const cipher = createFileCipher(folder, undefined);
  const later = createFileCipher(folder, undefined);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (plain) => {
      const kept = await cipher.encrypt(plain);
      expect(await later.decrypt(kept)).toEqual({ plain, stale: false });
      expect(await cipher.encrypt(plain)).not.toBe(kept);
      if (plain.length > 8) expect(kept).not.toContain(plain);
    }),
  );
});

test('whatever is changed in it, it is unreadable', async () => {
  const cipher = createFileCipher(newDataDir(), 'a phrase of many letters');
  const kept = await cipher.encrypt('secret');
  const bytes = Buffer.from(kept.slice(5), 'base64');
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
      await expect(cipher.decrypt(`web1:${changed.toString('base64')}`)).rejects.toThrow(unreadable);
    }),
  );
  for (const other of ['', 'web1:', 'web1:AAAA', `web2:${kept.slice(5)}`, 'safe:abc', kept.slice(0, -8)]) {
    await expect(cipher.decrypt(other)).rejects.toThrow(unreadable);
  }
});

test('another key cannot read it', async () => {
  const kept = await createFileCipher(newDataDir(), 'a phrase of many letters').encrypt('secret');
  for (const key of ['another phrase of letters', randomBytes(32).toString('hex'), undefined, '']) {
    await expect(createFileCipher(newDataDir(), key).decrypt(kept)).rejects.toThrow(unreadable);
  }
});

describe('GREENROOM_KEY', () => {
  test('is taken as hex or base64 of 32 bytes, which are the same key', async () => {
    const key = randomBytes(32);
    const forms = [
      key.toString('hex'),
      key.toString('hex').toUpperCase(),
      key.toString('base64'),
      key.toString('base64').replace(/=$/, ''),
    ];
    const kept = await createFileCipher('/none', forms[0]).encrypt('secret');
    for (const form of forms)
      expect((await createFileCipher('/none', form).decrypt(kept)).plain).toBe('secret');
  });

  test('or as a phrase of 16 characters or more', async () => {
    const folder = newDataDir();
    const kept = await createFileCipher(folder, 'sixteen letters!').encrypt('secret');
    expect((await createFileCipher(folder, 'sixteen letters!').decrypt(kept)).plain).toBe('secret');
    const cipher = createFileCipher(folder, 'fifteen letters');
    await expect(cipher.encrypt('x')).rejects.toThrow(unavailable(/too short/));
    await expect(cipher.decrypt(kept)).rejects.toThrow(unavailable(/too short/));
    expect(await cipher.status()).toEqual({
      state: 'unavailable',
      keptBy: 'GREENROOM_KEY',
      reason: expect.stringMatching(/too short/),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('empty counts as not given', async () => {
    expect(await createFileCipher(newDataDir(), '').status()).toEqual({
      state: 'ready',
      keptBy: 'encrypted with a key file in the data folder',
    });
  });
});

describe('the key file', () => {
  test('is made once, for its owner alone', async () => {
    const folder = newDataDir();
    await createFileCipher(folder, undefined).encrypt('x');
    const file = join(folder, 'secrets.key');
    const text = readFileSync(file, 'utf8');
    expect([statSync(file).mode & 0o777, Buffer.from(text, 'base64').length]).toEqual([0o600, 32]);
    await createFileCipher(folder, undefined).encrypt('y');
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['secrets.key']);
  });

  test('is refused where others can read it, where it is damaged, and never replaced', async () => {
    const folder = newDataDir();
    const file = join(folder, 'secrets.key');
    const kept = await createFileCipher(folder, undefined).encrypt('x');
    for (const mode of [0o640, 0o604, 0o644, 0o660]) {
      chmodSync(file, mode);
      await expect(createFileCipher(folder, undefined).decrypt(kept)).rejects.toThrow(
        unavailable(/chmod 600/),
      );
    }
    chmodSync(file, 0o600);
    const text = readFileSync(file, 'utf8');
    for (const damaged of ['', '\n', text.slice(0, 20), `${text}${text}`]) {
      writeFileSync(file, damaged);
      await expect(createFileCipher(folder, undefined).encrypt('x')).rejects.toThrow(unavailable(/damaged/));
      expect(readFileSync(file, 'utf8')).toBe(damaged);
    }
    writeFileSync(file, text);
    expect((await createFileCipher(folder, undefined).decrypt(kept)).plain).toBe('x');
  });

  test('where it cannot be read or made, the refusal is clear', async () => {
    const folder = newDataDir();
    mkdirSync(join(folder, 'secrets.key'));
    await expect(createFileCipher(folder, undefined).encrypt('x')).rejects.toThrow(
      unavailable(/cannot be read/),
    );
    await expect(createFileCipher(join(folder, 'none'), undefined).encrypt('x')).rejects.toThrow(
      unavailable(/cannot be made/),
    );
  });
});
