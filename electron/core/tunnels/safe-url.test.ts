import { expect, test } from 'vitest';
import { requireSafe } from './safe-url.ts';

test.each([
  ['https://a.example', 'https://a.example'],
  ['https://a.example/', 'https://a.example'],
  ['https://a.example:8443/base/', 'https://a.example:8443/base'],
  ['http://127.0.0.1:80/', 'http://127.0.0.1'],
  ['http://localhost:4000', 'http://localhost:4000'],
])('%s is taken as %s', (address, safe) => {
  expect(requireSafe(address)).toBe(safe);
});

test.each([
  ['http://a.example', 'not_https'],
  ['http://10.0.0.1', 'not_https'],
  ['ftp://a.example', 'tunnel_refused'],
  ['https://me:secret@a.example', 'tunnel_refused'],
  ['https://a.example/?x=1', 'tunnel_refused'],
  ['javascript:alert(1)', 'tunnel_refused'],
  ['', 'tunnel_refused'],
])('%s is refused: %s', (address, code) => {
  expect(() => requireSafe(address)).toThrow(expect.objectContaining({ code }));
});
