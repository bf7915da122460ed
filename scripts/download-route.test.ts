import { expect, it } from 'vitest';
import { firstHop, mirrorOf } from './download-route.mjs';

const github = { host: 'github.com', port: 443, proxied: false };
const proxy = { host: 'proxy.example', port: 3128, proxied: true };

it.each([
  [{}, github],
  [
    { ELECTRON_MIRROR: 'https://mirror.example/electron/' },
    { host: 'mirror.example', port: 443, proxied: false },
  ],
  [{ ELECTRON_MIRROR: 'http://[::1]:8080/' }, { host: '::1', port: 8080, proxied: false }],
  [
    { npm_config_electron_mirror: 'http://a.example/', ELECTRON_MIRROR: 'http://b.example/' },
    { host: 'a.example', port: 80, proxied: false },
  ],
  [{ HTTPS_PROXY: 'http://proxy.example:3128' }, proxy],
  [{ https_proxy: 'http://proxy.example:3128/' }, proxy],
  [{ HTTP_PROXY: 'http://proxy.example:3128' }, github],
  [{ HTTP_PROXY: 'http://proxy.example:3128', ELECTRON_MIRROR: 'http://m.example/' }, proxy],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: 'localhost,github.com' }, github],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', no_proxy: '.github.com' }, proxy],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: '.com' }, github],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: '*' }, github],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: '' }, proxy],
])('with %j the first hop is %j', (env, hop) => expect(firstHop(env)).toEqual(hop));

it('has no hop where the address is none', () => {
  expect(() => firstHop({ ELECTRON_MIRROR: 'mirror' })).toThrow(TypeError);
  expect(mirrorOf({ ELECTRON_MIRROR: '' })).toMatch(/^https:\/\/github\.com\/electron\//);
});
