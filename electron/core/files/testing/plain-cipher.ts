import { AppError } from '../../../../shared/errors.ts';
import type { Cipher } from '../../ports.ts';

/** A host's cipher that keeps text reversed under a name, so that another name cannot read it. */
export function reversingCipher(name = 'a') {
  const reverse = (text: string) => [...text].reverse().join('');
  const cipher = {
    stale: false,
    /** Set to hold back what is being encrypted. */
    gate: undefined as ((plain: string) => Promise<void>) | undefined,
    async encrypt(plain: string) {
      await cipher.gate?.(plain);
      return `${name}:${reverse(plain)}`;
    },
    async decrypt(kept: string) {
      if (!kept.startsWith(`${name}:`)) throw new AppError('secret_unreadable', 'Of another host.');
      return { plain: reverse(kept.slice(name.length + 1)), stale: cipher.stale };
    },
    status: async () => ({ state: 'ready' as const, keptBy: 'reversing' }),
  };
  return cipher satisfies Cipher;
}
