import { expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/settings.ts';
import type { TunnelInfo } from '../../../shared/tunnels.ts';
import { checkWayIn, isSavedWayIn, startWayIn, wayInPatch } from './way-in-draft.ts';

const info = (more: Partial<TunnelInfo>): TunnelInfo => ({
  id: 'ngrok',
  title: '',
  summary: '',
  stable: true,
  uses: [],
  ...more,
});
const draft = (more: object = {}) => ({ ...startWayIn(defaultSettings, 'ngrok'), ...more });

test('a token is asked for once', () => {
  const token = { label: 'Authtoken', url: 'https://x.example', hasToken: false };
  expect(checkWayIn(draft(), info({ token }))).toHaveProperty('token');
  expect(checkWayIn(draft({ token: 't' }), info({ token }))).toEqual({});
  expect(checkWayIn(draft(), info({ token: { ...token, hasToken: true } }))).toEqual({});
});

test.each([
  ['https://me.example', true],
  [' https://me.example/hooks/ ', true],
  ['http://127.0.0.1:9000', true],
  ['http://me.example', false],
  ['https://me:secret@me.example', false],
  ['https://me.example/?a=b', false],
  ['me.example', false],
  ['', false],
])('the own address %s: %s', (publicUrl, isGood) => {
  expect('publicUrl' in checkWayIn(draft({ publicUrl }), info({ uses: ['publicUrl'] }))).toBe(!isGood);
});

test('an own server and a domain may be left out, and are checked where they are not', () => {
  const both = info({ uses: ['tunnelHost', 'tunnelDomain'] });
  expect(checkWayIn(draft(), both)).toEqual({});
  expect(Object.keys(checkWayIn(draft({ tunnelHost: 'x', tunnelDomain: 'x' }), both))).toEqual([
    'tunnelHost',
    'tunnelDomain',
  ]);
});

test('only what the provider reads is saved, and an empty field means none', () => {
  const typed = draft({ tunnelDomain: ' me.example ', publicUrl: 'https://other.example' });
  expect(wayInPatch(typed, info({ uses: ['tunnelDomain'] }))).toEqual({
    tunnel: 'ngrok',
    tunnelDomain: 'me.example',
  });
  expect(wayInPatch(draft(), info({ uses: ['tunnelDomain'] }))).toEqual({
    tunnel: 'ngrok',
    tunnelDomain: null,
  });
});

test('nothing to save is known as such', () => {
  const settings = { ...defaultSettings, tunnel: 'ngrok' as const };
  const uses: TunnelInfo['uses'] = ['tunnelDomain'];
  expect(isSavedWayIn(draft(), settings, info({ uses }))).toBe(true);
  expect(isSavedWayIn(draft({ token: 't' }), settings, info({ uses }))).toBe(false);
  expect(isSavedWayIn(draft({ tunnelDomain: 'me.example' }), settings, info({ uses }))).toBe(false);
  expect(isSavedWayIn(draft(), defaultSettings, info({ uses }))).toBe(false);
});
