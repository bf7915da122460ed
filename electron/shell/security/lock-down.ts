import { denyDownloads } from './downloads.ts';
import { confineNavigation, type NavigatingContents } from './navigation.ts';
import { denyNetwork, type RequestingSession } from './network.ts';
import { denyPermissions, type PermissionSession } from './permissions.ts';
import { denyWebviews } from './webviews.ts';

export interface Guarded {
  app: Pick<Electron.App, 'on'>;
  session: PermissionSession & RequestingSession & Pick<Electron.Session, 'on'>;
  shell: Pick<Electron.Shell, 'openExternal'>;
}

/** Puts every rule on the one session, and on whatever web contents come to be, before they load anything. */
export function lockDown({ app, session, shell }: Guarded): void {
  denyPermissions(session);
  denyDownloads(session);
  denyNetwork(session);

  const openOutside = (url: string) => {
    shell.openExternal(url).catch((error: unknown) => console.error(`Could not open ${url}:`, error));
  };
  app.on('web-contents-created', (_event, contents: NavigatingContents) => {
    confineNavigation(contents, openOutside);
    denyWebviews(contents);
  });
}
