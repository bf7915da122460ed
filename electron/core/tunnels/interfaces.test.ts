import { networkInterfaces } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkPlace } from './interfaces.ts';

const v4 = (address: string, internal = false) => ({ address, family: 'IPv4' as const, internal });
const v6 = (address: string, internal = false) => ({ address, family: 'IPv6' as const, internal });
const home = { lo: [v4('127.0.0.1', true)], en0: [v4('192.168.1.20'), v6('2001:db8:1:2::5')] };

describe('networkPlace', () => {
  it('is the same on this computer from one look to the next', () => {
    expect(networkPlace()).toBe(networkPlace(networkInterfaces()));
  });

  it.each([
    ['another address', { en0: [v4('10.0.0.7')] }],
    ['another network of IPv6', { en0: [v4('192.168.1.20'), v6('2001:db8:1:3::5')] }],
    ['none any more', {}],
    ['one more', { ...home, tun0: [v4('10.8.0.2')] }],
  ])('is another place: %s', (_, other) => {
    expect(networkPlace(other)).not.toBe(networkPlace(home));
  });

  it.each([
    ['only this computer itself', { ...home, lo: [v6('::1', true)] }],
    ['a link that leads nowhere yet', { ...home, en5: [v6('fe80::1%en5'), v4('169.254.3.4')] }],
    [
      'another temporary address in the same network',
      {
        en0: [v6('2001:db8:1:2:aaaa:bbbb:cccc:dddd'), v4('192.168.1.20'), v6('2001:0DB8:1:2:1:2:3:4')],
      },
    ],
  ])('is the same place: %s', (_, other) => {
    expect(networkPlace(other)).toBe(networkPlace(home));
  });

  it('does not depend on the order', () => {
    const addresses = fc.array(
      fc.oneof(
        fc.ipV4().map((one) => v4(one)),
        fc.ipV6().map((one) => v6(one)),
      ),
    );
    fc.assert(
      fc.property(addresses, (all) => {
        expect(networkPlace({ en0: all.toReversed() })).toBe(networkPlace({ en0: all }));
      }),
    );
  });
});
