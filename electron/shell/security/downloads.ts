/**
 * Rule: the page saves no files.
 * Reason: it has nothing to save, and a download is a way from a page to the disk.
 */
export function denyDownloads(session: Pick<Electron.Session, 'on'>): void {
  session.on('will-download', (event) => event.preventDefault());
}
