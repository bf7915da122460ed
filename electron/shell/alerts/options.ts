import type { Alert } from '../../../shared/alerts.ts';
import type { ShellWords } from '../words/words.ts';
import { writeTicket } from './ticket.ts';
import { toastXml } from './toast-xml.ts';

type Options = Electron.NotificationConstructorOptions;

/** Electron throws at a longer one on Windows. */
const longestTag = 64;

/** An alert as each system takes it. https://www.electronjs.org/docs/latest/api/notification */
export function optionsOf(alert: Alert, platform: NodeJS.Platform, words: ShellWords): Options {
  const { title, body, urgent } = alert;
  if (platform === 'darwin') return { title, body, ...forMac(alert, words) };
  const lasting: Options = {
    urgency: urgent ? 'critical' : 'normal',
    timeoutType: urgent ? 'never' : 'default',
  };
  if (platform === 'win32') {
    const tag = alert.id.length <= longestTag && { id: alert.id };
    return { title, body, ...lasting, ...tag, toastXml: toastXml(alert, words) };
  }
  // There the body is markup, the title is not, and Electron hands both over as they are:
  // https://specifications.freedesktop.org/notification-spec/latest/markup.html
  return { title, body: escapeMarkup(body), ...lasting };
}

/** Buttons stand in this order, and are known by it. */
export const macActions = { open: 0, mute: 1 } as const;

/** The id comes back where the app was ended meanwhile; alerts of one screen stand in one stack. */
function forMac({ id, target, mute }: Alert, words: ShellWords): Options {
  return {
    id: writeTicket({ id, target, ...(mute && { mute }) }),
    groupId: 'id' in target ? `${target.screen}/${target.id}` : target.screen,
    actions: [
      { type: 'button', text: words.open },
      ...(mute ? [{ type: 'button', text: words.mute[mute.kind] } as const] : []),
    ],
  };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (one) => entities[one] ?? '');
}
