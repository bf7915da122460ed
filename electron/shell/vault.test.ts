import { describe, expect, it } from 'vitest';
import { createCipher, type Storage } from './vault.ts';

type Backend = ReturnType<Storage['getSelectedStorageBackend']>;
const limits = { work: 50, status: 20 };

/** Keeps texts by turning them around, behind the mark that Chromium puts before what it encrypts. */
function fakeStorage(given: { backend?: Backend; mark?: string; available?: boolean; stale?: boolean } = {}) {
  const { backend = 'gnome_libsecret', mark = 'v11', available = true, stale = false } = given;
  const turn = (text: string) => [...text].reverse().join('');
  return {
    getSelectedStorageBackend: () => backend,
    isAsyncEncryptionAvailable: async () => available,
    encryptStringAsync: async (plain) => Buffer.from(mark + turn(plain)),
    decryptStringAsync: async (bytes) => {
      const text = bytes.toString();
      if (!text.startsWith(mark)) throw new Error('Error while decrypting the ciphertext provided.');
      return { result: turn(text.slice(mark.length)), shouldReEncrypt: stale };
    },
  } satisfies Storage;
}

const never = <T>() => new Promise<T>(() => {});

describe('a secret', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('comes back as it was, on %s', async (platform) => {
    const cipher = createCipher(fakeStorage(), platform);
    const kept = await cipher.encrypt('shared key ✓');
    expect(kept).not.toContain('shared key');
    expect(await cipher.decrypt(kept)).toEqual({ plain: 'shared key ✓', stale: false });
  });

  it('is stale where the system has a newer key', async () => {
    const cipher = createCipher(fakeStorage({ stale: true }), 'darwin');
    expect(await cipher.decrypt(await cipher.encrypt('x'))).toEqual({ plain: 'x', stale: true });
  });

  it('may begin with v10 where that is no public key', async () => {
    expect(await createCipher(fakeStorage({ mark: 'v10' }), 'darwin').encrypt('x')).toMatch(/^system:/);
  });

  it.each(['aes-256-gcm:abc', '', 'plain text'])(
    'that another host kept as %j cannot be read',
    async (kept) => {
      const cipher = createCipher(fakeStorage(), 'linux');
      await expect(cipher.decrypt(kept)).rejects.toMatchObject({ code: 'secret_unreadable' });
    },
  );

  it('that another user kept cannot be read', async () => {
    const kept = await createCipher(fakeStorage({ mark: 'v12' }), 'linux').encrypt('x');
    const cipher = createCipher(fakeStorage(), 'linux');
    await expect(cipher.decrypt(kept)).rejects.toMatchObject({ code: 'secret_unreadable' });
  });
});

describe('without a keyring', () => {
  it.each([
    ['a desktop that has none', fakeStorage({ backend: 'basic_text' })],
    ['a desktop that Electron does not know yet', fakeStorage({ backend: 'unknown' })],
    ['one that did not answer, so that Electron took a public key', fakeStorage({ mark: 'v10' })],
    ['encryption that is not available', fakeStorage({ available: false })],
    [
      'encryption that fails',
      { ...fakeStorage(), encryptStringAsync: () => Promise.reject(new Error('no')) },
    ],
    ['a system that does not answer', { ...fakeStorage(), encryptStringAsync: () => never<Buffer>() }],
  ])('nothing is kept: %s', async (_what, storage) => {
    const cipher = createCipher(storage, 'linux', limits);
    await expect(cipher.encrypt('secret')).rejects.toMatchObject({ code: 'vault_unavailable' });
    expect(await cipher.status()).toMatchObject({
      state: 'unavailable',
      reason: expect.stringMatching(/keyring/i),
    });
  });

  it('a secret of this host is not lost, only out of reach', async () => {
    const kept = await createCipher(fakeStorage(), 'linux').encrypt('x');
    const locked = {
      ...fakeStorage({ mark: 'v10' }),
      decryptStringAsync: () => Promise.reject(new Error('later')),
    };
    await expect(createCipher(locked, 'linux').decrypt(kept)).rejects.toMatchObject({
      code: 'vault_unavailable',
    });
    const basic = fakeStorage({ backend: 'basic_text' });
    await expect(createCipher(basic, 'linux').decrypt(kept)).rejects.toMatchObject({
      code: 'vault_unavailable',
    });
  });

  it('a system that hangs is given up', async () => {
    const storage = {
      ...fakeStorage(),
      decryptStringAsync: () => never<Electron.DecryptStringAsyncReturnValue>(),
    };
    const hanging = { ...storage, encryptStringAsync: () => never<Buffer>() };
    const kept = await createCipher(fakeStorage(), 'darwin').encrypt('x');
    await expect(createCipher(hanging, 'darwin', limits).decrypt(kept)).rejects.toMatchObject({
      code: 'vault_unavailable',
    });
  });
});

describe('the status', () => {
  it.each([
    ['linux', 'gnome_libsecret', 'the GNOME keyring'],
    ['linux', 'kwallet6', 'KWallet'],
    ['darwin', 'unknown', 'the macOS Keychain'],
    ['win32', 'unknown', 'Windows data protection'],
  ] as const)('on %s with %s names %s', async (platform, backend, keptBy) => {
    expect(await createCipher(fakeStorage({ backend }), platform).status()).toEqual({
      state: 'ready',
      keptBy,
    });
  });

  it('asks the system until it has worked once', async () => {
    let asked = 0;
    const storage = fakeStorage();
    const counting = {
      ...storage,
      encryptStringAsync: (plain: string) => {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('locked')) : storage.encryptStringAsync(plain);
      },
    };
    const cipher = createCipher(counting, 'darwin');
    const states = [await cipher.status(), await cipher.status(), await cipher.status()].map(
      ({ state }) => state,
    );
    expect([states, asked]).toEqual([['unavailable', 'ready', 'ready'], 2]);
  });
});
