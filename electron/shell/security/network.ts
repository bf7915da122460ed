import { isOwn } from '../origin.ts';

export type RequestingSession = Pick<Electron.Session, 'webRequest' | 'setSpellCheckerEnabled'>;

/** Made in the page itself, or by the developer tools. */
const harmless: ReadonlySet<string> = new Set(['devtools:', 'blob:', 'data:']);

/**
 * Rule: nothing that Chromium does for the page reaches the network.
 * Reason: the page shows strangers' texts; whatever it is talked into must have no way to carry them off. The core's
 * own requests are Node's and do not pass here. The spell checker would fetch its dictionaries.
 */
export function denyNetwork(session: RequestingSession): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !isLocal(url) });
  });
  session.setSpellCheckerEnabled(false);
}

export function isLocal(address: string): boolean {
  return isOwn(address) || harmless.has(URL.parse(address)?.protocol ?? '');
}
