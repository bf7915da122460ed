import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/**
 * Where this computer stands in the network, as text to be compared: a host without a network event looks at it now
 * and then. IPv6 counts by its network only, since systems change the rest of it every few hours.
 */
export function networkPlace(
  all: NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]> = interfacesNow(),
): string {
  const places = Object.entries(all).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ address, internal }) => !internal && !/^(fe80:|169\.254\.)/i.test(address))
      .map(({ address, family }) => `${name} ${family === 'IPv6' ? networkOf(address) : address}`),
  );
  return [...new Set(places)].sort().join('\n');
}

/** Some sandboxes do not say. */
function interfacesNow(): ReturnType<typeof networkInterfaces> {
  try {
    return networkInterfaces();
  } catch {
    return {};
  }
}

/** The first four groups: `2001:db8::1` → `2001:db8:0:0`. */
function networkOf(address: string): string {
  const [head = '', tail = ''] = address.split('%', 1)[0]?.split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const gap = address.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0;
  return [...before, ...Array<string>(gap).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}
