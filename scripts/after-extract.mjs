import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Called by electron-builder once the runtime lies in the folder of the app. One that was given unpacked brings Electron's
 * own demo app, which is nothing of ours to ship; left there, it would even be vouched for beside ours.
 * @param {import('app-builder-lib').AfterExtractContext} context
 */
export default function afterExtract({ appOutDir, electronPlatformName }) {
  const resources = electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  rmSync(join(appOutDir, resources, 'default_app.asar'), { force: true });
  rmSync(join(appOutDir, 'version'), { force: true });
}
