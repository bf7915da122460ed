import type { Wish } from '../lifecycle-wishes.ts';
import { macActions } from './options.ts';
import { readTicket } from './ticket.ts';

/**
 * What a click on a toast asks for, whichever run of the app made it: what is in it to mute, else what it opens.
 * One that cannot be read was ours all the same, and shows the window.
 * https://www.electronjs.org/docs/latest/api/structures/activation-arguments
 */
export function wishOfToast({ arguments: text }: Pick<Electron.ActivationArguments, 'arguments'>): Wish {
  const { open, mute } = readTicket(text);
  return mute ?? open ?? { do: 'show' };
}

/**
 * What macOS started the app with, where that was a click on an alert of an earlier run; nothing for any other start.
 * Its buttons come as `ACTION_` with their number: shell/browser/notifications/mac/cocoa_notification.mm in Electron.
 * https://www.electronjs.org/docs/latest/api/structures/notification-response
 */
export function wishOfLaunch(launchInfo: unknown): Wish | undefined {
  const { identifier, actionIdentifier } = (launchInfo ?? {}) as Partial<Electron.NotificationResponse>;
  if (typeof identifier !== 'string') return undefined;
  const { open, mute } = readTicket(identifier);
  return actionIdentifier === `ACTION_${macActions.mute}` && mute ? mute : open;
}
