import { resolve } from 'node:path';
import type { AlertTarget } from '../../shared/alerts.ts';

/** What the installers register, too. */
export const linkScheme = 'greenroom';
const form = /^greenroom:\/\/session\/([A-Za-z0-9_-]{1,100})$/;

/**
 * What a link such as `greenroom://session/12` opens; nothing for any other text. Every web page can open such a link,
 * so that a link only ever shows a session, and whatever is not exactly one is as good as none.
 */
export function parseLink(text: string): AlertTarget | undefined {
  const id = form.exec(text)?.[1];
  return id === undefined ? undefined : { screen: 'sessions', id };
}

/**
 * The link in a command line, where Windows and Linux put it. The last one counts: Chromium may sort its switches to
 * the front, and what a system hands over stands at the end.
 */
export function findLink(args: readonly string[]): AlertTarget | undefined {
  return args.map(parseLink).findLast((target) => target !== undefined);
}

export interface Registering {
  app: Pick<Electron.App, 'isPackaged' | 'setAsDefaultProtocolClient'>;
  platform: NodeJS.Platform;
  execPath: string;
  /** The command line: in development Electron itself is the program, and ours its first argument. */
  args: readonly string[];
}

/**
 * Makes the system open links with this copy. Elsewhere than on Windows an app that is not packaged cannot register:
 * https://www.electronjs.org/docs/latest/tutorial/launch-app-from-url-in-another-app
 */
export function registerLinks({ app, platform, execPath, args }: Registering): void {
  const path = args[1];
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
  else if (platform === 'win32' && path !== undefined)
    app.setAsDefaultProtocolClient(linkScheme, execPath, [resolve(path)]);
}
