import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../shared/alerts.ts';
import { shellEn } from '../words/en.ts';
import { escapeMarkup, optionsOf } from './options.ts';
import { readTicket } from './ticket.ts';
import { toastXml } from './toast-xml.ts';

const alert: Alert = {
  id: 'a-1',
  at: '2026-01-01T00:00:00.000Z',
  topic: 'joined',
  title: 'Anna <3 & Bo',
  body: '<i>R&D</i>',
  target: { screen: 'sessions', id: '12' },
  mute: { kind: 'agent', id: '7' },
  count: 1,
  urgent: false,
};
const { mute: _, ...plain } = alert;
const connection: Alert = { ...plain, topic: 'connection', target: { screen: 'connection' }, urgent: true };

describe('optionsOf', () => {
  it.each<[string, Alert, NodeJS.Platform, Electron.NotificationConstructorOptions]>([
    [
      'macOS, with a mute',
      alert,
      'darwin',
      {
        title: 'Anna <3 & Bo',
        body: '<i>R&D</i>',
        id: 'tag=a-1&open=sessions%2F12&mute=agent%2F7',
        groupId: 'sessions/12',
        actions: [
          { type: 'button', text: 'Open' },
          { type: 'button', text: 'Mute agent' },
        ],
      },
    ],
    [
      'macOS, without',
      connection,
      'darwin',
      {
        title: 'Anna <3 & Bo',
        body: '<i>R&D</i>',
        id: 'tag=a-1&open=connection',
        groupId: 'connection',
        actions: [{ type: 'button', text: 'Open' }],
      },
    ],
    [
      'Windows',
      alert,
      'win32',
      {
        title: 'Anna <3 & Bo',
        body: '<i>R&D</i>',
        id: 'a-1',
        urgency: 'normal',
        timeoutType: 'default',
        toastXml: toastXml(alert, shellEn),
      },
    ],
    [
      'Windows, urgent, with an id that it would not take',
      { ...connection, id: 'a'.repeat(65) },
      'win32',
      {
        title: 'Anna <3 & Bo',
        body: '<i>R&D</i>',
        urgency: 'critical',
        timeoutType: 'never',
        toastXml: toastXml({ ...connection, id: 'a'.repeat(65) }, shellEn),
      },
    ],
    [
      'Linux',
      alert,
      'linux',
      {
        title: 'Anna <3 & Bo',
        body: '&lt;i&gt;R&amp;D&lt;/i&gt;',
        urgency: 'normal',
        timeoutType: 'default',
      },
    ],
    [
      'Linux, urgent',
      connection,
      'linux',
      {
        title: 'Anna <3 & Bo',
        body: '&lt;i&gt;R&amp;D&lt;/i&gt;',
        urgency: 'critical',
        timeoutType: 'never',
      },
    ],
  ])('%s', (_what, given, platform, options) => expect(optionsOf(given, platform, shellEn)).toEqual(options));

  it('gives macOS an id that leads back', () => {
    expect(readTicket(optionsOf(alert, 'darwin', shellEn).id ?? '')).toEqual({
      open: { do: 'open', target: alert.target },
      mute: { do: 'mute', mute: alert.mute },
    });
  });
});

it.each([
  ['a & b', 'a &amp; b'],
  ['&amp;', '&amp;amp;'],
  ['<img src=x>', '&lt;img src=x&gt;'],
  [`"it's"`, `"it's"`],
])('%j as markup is %j', (text, escaped) => expect(escapeMarkup(text)).toBe(escaped));
