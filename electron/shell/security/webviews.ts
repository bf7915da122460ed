/**
 * Rule: no `<webview>`.
 * Reason: it brings web preferences of its own, a preload script among them. The tag is off in the window's
 * preferences; this holds where a later window forgets that.
 */
export function denyWebviews(contents: Pick<Electron.WebContents, 'on'>): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
