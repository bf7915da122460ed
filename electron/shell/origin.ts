import type { AlertTarget } from '../../shared/alerts.ts';

/** The scheme and host of our own pages. `app:` is no file and no network address: it answers from one folder. */
export const scheme = 'app';
export const host = 'greenroom';

/** As Chromium writes the origin of a standard scheme. */
export const origin = `${scheme}://${host}`;
export const startPage = `${origin}/`;

/** Whether an address is of our own origin; compared in its parts, since `app://greenroom.evil` begins alike. */
export function isOwn(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === '';
}

/** Whether an address is the one page of the app, whatever the screen that its hash names. */
export function isStartPage(address: string): boolean {
  const path = URL.parse(address)?.pathname;
  return isOwn(address) && (path === '/' || path === '/index.html');
}

/** The address of the page at one of its screens, as its router reads it: `app://greenroom/#/sessions/12`. */
export function pageAt(target: AlertTarget): string {
  // A lone half of a letter cannot be written into an address.
  const id = 'id' in target ? `/${encodeURIComponent(target.id.toWellFormed())}` : '';
  return `${startPage}#/${target.screen}${id}`;
}
