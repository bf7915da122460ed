import type { Alert } from '../../../shared/alerts.ts';
import type { ShellWords } from '../words/words.ts';
import { writeTicket } from './ticket.ts';

/** Windows takes no toast over 5 KB; what a button carries is bounded, so that the whole never comes near. */
const longestMute = 1_000;

/**
 * A toast of our own instead of Electron's, since only ours carries what a click opens, so that it opens that even when
 * the app has ended. `type` and `tag` are read by Electron, the rest by `readTicket`.
 * https://learn.microsoft.com/uwp/schemas/tiles/toastschema/schema-root
 */
export function toastXml(alert: Alert, words: ShellWords): string {
  const { id, target, title, body, mute, urgent } = alert;
  const click = `type=click&${writeTicket({ id, target })}`;
  const muting = mute && `type=action&action=0&${writeTicket({ id, mute })}`;
  const actions = [
    action(words.open, click),
    ...(mute && muting && muting.length <= longestMute ? [action(words.mute[mute.kind], muting)] : []),
  ];
  // A reminder stays on the screen until its user has dealt with it, and needs a button.
  const stays = urgent ? ' scenario="reminder"' : '';
  return [
    `<toast launch="${escapeXml(click)}"${stays}>`,
    `<visual><binding template="ToastGeneric"><text>${escapeXml(title)}</text><text>${escapeXml(body)}</text></binding></visual>`,
    `<actions>${actions.join('')}</actions>`,
    '</toast>',
  ].join('');
}

function action(label: string, args: string): string {
  return `<action content="${escapeXml(label)}" activationType="foreground" arguments="${escapeXml(args)}"/>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** All that XML 1.0 knows: https://www.w3.org/TR/xml/#charsets */
const unknown = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function escapeXml(text: string): string {
  return text.replace(unknown, '').replace(/[&<>"']/g, (one) => entities[one] ?? '');
}
