import { describe, expect, test } from 'vitest';
import { parseOptions } from './options.ts';

const refused = (message: RegExp) =>
  expect.objectContaining({ code: 'bad_input', message: expect.stringMatching(message) });

test('nothing given is nothing decided', () => {
  expect(parseOptions([], {})).toEqual({});
  expect(
    parseOptions(['--data-dir=', '--ui-port', ''], { GREENROOM_TUNNEL: '', GREENROOM_DATA_DIR: undefined }),
  ).toEqual({});
});

test('each option by flag, or by environment variable; the flag counts', () => {
  const all = {
    dataDir: 'a b',
    uiPort: 0,
    receiverPort: 65535,
    tunnel: 'url',
    tunnelHost: 'http://tunnel.example:8080',
    publicUrl: 'https://example.org/base',
  };
  const flags = ['--data-dir', 'a b', '--ui-port', '0', '--receiver-port=65535', '--tunnel', 'url'];
  const urls = ['--tunnel-host', 'http://tunnel.example:8080/', '--public-url', 'https://example.org/base//'];
  expect(parseOptions([...flags, ...urls], {})).toEqual(all);
  const env = {
    GREENROOM_DATA_DIR: 'a b',
    GREENROOM_UI_PORT: '0',
    GREENROOM_RECEIVER_PORT: '65535',
    GREENROOM_TUNNEL: 'url',
    GREENROOM_TUNNEL_HOST: 'http://tunnel.example:8080/',
    GREENROOM_PUBLIC_URL: 'https://example.org/base',
  };
  expect(parseOptions([], env)).toEqual(all);
  expect(parseOptions(['--data-dir', 'c'], env).dataDir).toBe('c');
  expect(parseOptions(['--data-dir', ''], env).dataDir).toBe('a b');
});

describe('what is not right is told by its name', () => {
  test.each(['65536', '-1', '1.5', '0x10', 'http', ' 80', '80 ', '1e3', '999999', '٣'])('port %j', (port) => {
    expect(() => parseOptions([`--ui-port=${port}`], {})).toThrow(
      refused(/^--ui-port must be a port from 0 to 65535/),
    );
    expect(() => parseOptions([], { GREENROOM_RECEIVER_PORT: port })).toThrow(
      refused(/^--receiver-port must/),
    );
  });

  test.each(['on', 'OFF', 'local', 'constructor'])('tunnel %j', (tunnel) => {
    expect(() => parseOptions(['--tunnel', tunnel], {})).toThrow(
      refused(/^--tunnel must be one of off, localtunnel/),
    );
  });

  test('a tunnel by address needs the address', () => {
    expect(() => parseOptions(['--tunnel', 'url'], {})).toThrow(refused(/--public-url/));
    expect(parseOptions(['--tunnel', 'url'], { GREENROOM_PUBLIC_URL: 'https://a.b' }).publicUrl).toBe(
      'https://a.b',
    );
  });

  test.each([
    'example.org',
    'ftp://a.b',
    'javascript:1',
    'https://',
    'https://u:p@a.b',
    'https://a.b?x',
    'https://a.b#x',
  ])('address %j', (url) => {
    expect(() => parseOptions(['--public-url', url], {})).toThrow(
      refused(/^--public-url must be an address/),
    );
    expect(() => parseOptions(['--tunnel-host', url], {})).toThrow(
      refused(/^--tunnel-host must be an address/),
    );
  });

  test.each([
    'http://example.org',
    'http://127.evil.com',
    'http://127.0.0.1.evil.com',
    'http://localhost.evil.com',
  ])('in the clear to %j', (url) => {
    expect(() => parseOptions(['--public-url', url], {})).toThrow(refused(/must be https/));
  });

  test.each(['http://127.0.0.1:1', 'http://localhost', 'http://[::1]:8'])(
    'though %s is on this computer',
    (url) => {
      expect(parseOptions(['--public-url', url], {}).publicUrl).toBe(url);
    },
  );

  test.each([[['--what']], [['positional']], [['--ui-port']], [['--tunnel-hots', 'x']]])('%j', (args) => {
    expect(() => parseOptions(args, {})).toThrow(refused(/The options are: --data-dir --ui-port/));
  });
});
