import { expect, it } from 'vitest';
import type { Wish } from '../lifecycle-wishes.ts';
import { wishOfLaunch, wishOfToast } from './activation.ts';

const open: Wish = { do: 'open', target: { screen: 'sessions', id: '12' } };
const mute: Wish = { do: 'mute', mute: { kind: 'agent', id: '7' } };

it.each<[string, Wish]>([
  ['type=click&tag=a-1&open=sessions%2F12', open],
  ['type=action&action=0&tag=a-1&mute=agent%2F7', mute],
  ['type=action&action=0&tag=a-1&mute=everything%2F7', { do: 'show' }],
  ['type=click&tag=a-1', { do: 'show' }],
  ['', { do: 'show' }],
])('a toast that says %j asks for %j', (text, wish) => {
  expect(wishOfToast({ arguments: text })).toEqual(wish);
});

const ticket = 'tag=a-1&open=sessions%2F12&mute=agent%2F7';
it.each<[unknown, Wish | undefined]>([
  [{ identifier: ticket, actionIdentifier: 'com.apple.UNNotificationDefaultActionIdentifier' }, open],
  [{ identifier: ticket, actionIdentifier: 'ACTION_0' }, open],
  [{ identifier: ticket, actionIdentifier: 'ACTION_1' }, mute],
  [{ identifier: 'tag=a-1&open=sessions%2F12', actionIdentifier: 'ACTION_1' }, open],
  [{ identifier: ticket }, open],
  [{ identifier: 'somebody-else' }, undefined],
  [{ identifier: 12 }, undefined],
  [{}, undefined],
  [null, undefined],
  [undefined, undefined],
])('a launch by %j asks for %j', (info, wish) => expect(wishOfLaunch(info)).toEqual(wish));
