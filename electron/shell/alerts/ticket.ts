import { z } from 'zod';
import { type Alert, type AlertTarget, mute } from '../../../shared/alerts.ts';
import type { Wish } from '../lifecycle-wishes.ts';

const screens = ['live', 'connection', 'settings'] as const;
const lists = ['endpoints', 'sessions'] as const;
const id = z.string().min(1).max(200);
const target: z.ZodType<AlertTarget> = z.union([
  z.strictObject({ screen: z.enum(screens) }),
  z.strictObject({ screen: z.enum(lists), id }),
]);

/** Longer than any that is written here. */
const longest = 3_000;

/**
 * What the system keeps of an alert and gives back with a click, even to a later run of the app, as
 * `tag=…&open=sessions%2F12&mute=agent%2F7`. Electron reads the tag of it on Windows.
 */
export function writeTicket({ id, target, mute }: Pick<Alert, 'id'> & Partial<Alert>): string {
  const ticket = new URLSearchParams({ tag: id });
  if (target) ticket.set('open', 'id' in target ? `${target.screen}/${target.id}` : target.screen);
  if (mute) ticket.set('mute', `${mute.kind}/${mute.id}`);
  return ticket.toString();
}

export interface Ticket {
  open?: Wish;
  mute?: Wish;
}

/** Whatever else the text holds, it only ever opens a screen or mutes one thing. */
export function readTicket(text: string): Ticket {
  if (text.length > longest) return {};
  const ticket = new URLSearchParams(text);
  const [screen, opened] = halves(ticket.get('open'));
  const [kind, muted] = halves(ticket.get('mute'));
  const toOpen = target.safeParse({ screen, ...(opened !== undefined && { id: opened }) });
  const toMute = mute.safeParse({ kind, id: muted });
  return {
    ...(toOpen.success && { open: { do: 'open', target: toOpen.data } }),
    ...(toMute.success && { mute: { do: 'mute', mute: toMute.data } }),
  };
}

/** Ids may hold slashes, what stands before them does not. */
function halves(text: string | null): [first: string | undefined, rest: string | undefined] {
  if (text === null) return [undefined, undefined];
  const at = text.indexOf('/');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
