import type { Call, SignedCall } from './vendor.ts';

/** A delivery as the one who receives it sees it. */
export function asCall({ headers, body }: SignedCall): Call {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { header: (name) => byName.get(name), body };
}
