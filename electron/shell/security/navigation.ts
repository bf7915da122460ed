import { isStartPage } from '../origin.ts';

export type NavigatingContents = Pick<Electron.WebContents, 'on' | 'setWindowOpenHandler'>;

/** Windows hands longer addresses over cut off; https://www.electronjs.org/docs/latest/api/shell. */
const longest = 2081;

/** `stay`: our own page, loaded anew. `outside`: a link for the user's browser. */
export type Decision = 'stay' | 'outside' | 'deny';

/**
 * What becomes of an address that the page wants to go to. Only https may leave, without a name and password in it,
 * since other schemes start other programs.
 */
export function decideNavigation(address: string): Decision {
  if (isStartPage(address)) return 'stay';
  const url = URL.parse(address);
  const plain = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return plain && url.href.length <= longest ? 'outside' : 'deny';
}

/**
 * Rule: the window shows our page for ever, frames show nothing, no window opens another; links open in the browser.
 * Reason: whatever page a window comes to has this window's powers.
 */
export function confineNavigation(contents: NavigatingContents, openOutside: (url: string) => void): void {
  // Comes first of the three, and, where it is prevented, alone: https://www.electronjs.org/docs/latest/api/web-contents
  contents.on('will-frame-navigate', (event) => {
    const decision = event.isMainFrame ? decideNavigation(event.url) : 'deny';
    if (decision !== 'stay') event.preventDefault();
    if (decision === 'outside') openOutside(URL.parse(event.url)?.href ?? '');
  });
  contents.on('will-navigate', (event) => {
    if (decideNavigation(event.url) !== 'stay') event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (decideNavigation(url) === 'outside') openOutside(URL.parse(url)?.href ?? '');
    return { action: 'deny' };
  });
}
