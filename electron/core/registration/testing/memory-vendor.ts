import type { ListedRegistration, VendorApi, WantedRegistration } from '../../vendors/vendor-api.ts';

/** The end of the process, at a chosen point: nothing after it happens. */
export class Crash extends Error {}

interface Kept extends ListedRegistration {
  secret: string;
}

/**
 * A vendor that outlives crashes of ours. `once` shows a secret when it is made and never again, and changes nothing;
 * `readable` lists secrets and changes registrations in place, and does not tell the reference of what it made.
 */
export function memoryVendor(kind: 'once' | 'readable') {
  const kept: Kept[] = [];
  let made = 0;
  /** Points until the crash: each call has one before its effect and one after it. */
  let left = Number.POSITIVE_INFINITY;

  async function around<T>(work: () => T): Promise<T> {
    point();
    const value = work();
    point();
    return value;
  }

  function point(): void {
    if (left-- <= 0) throw new Crash();
  }

  const shown = ({ secret, ...one }: Kept): ListedRegistration =>
    kind === 'readable' ? { ...one, secret } : { ...one };

  const api: VendorApi = {
    keepsSecret: kind === 'readable',
    allEvents: [],
    checkAccess: () => around(() => undefined),
    list: () => around(() => kept.map(shown)),
    create: (wanted: WantedRegistration) =>
      around(() => {
        const one: Kept = { ...wanted, ref: String(++made), secret: `secret ${made}` };
        kept.push(one);
        return kind === 'once' ? { ref: one.ref, secret: one.secret } : {};
      }),
    remove: (ref: string) =>
      around(() => {
        const at = kept.findIndex((one) => one.ref === ref);
        if (at >= 0) kept.splice(at, 1);
      }),
    ...(kind === 'readable' && {
      update: (ref: string, wanted: WantedRegistration) =>
        around(() => {
          const one = kept.find((known) => known.ref === ref);
          if (!one) throw new Error(`There is no registration ${ref}.`);
          Object.assign(one, wanted);
        }),
    }),
  };

  return {
    api,
    kept,
    /** Counts this one too: a step of ours that a crash may cut. */
    point,
    crashAfter(points: number): void {
      left = points;
    },
    live(): void {
      left = Number.POSITIVE_INFINITY;
    },
  };
}
