import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  autoUpdater,
  BrowserWindow,
  clipboard,
  dialog,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} from 'electron';
import { startApp } from './core/app.ts';
import { parseOptions } from './core/options.ts';
import type { RunOptions } from './core/ports.ts';
import { wishOfLaunch } from './shell/alerts/activation.ts';
import { identifyApp } from './shell/alerts/app-id.ts';
import { showAlerts } from './shell/alerts/show-alerts.ts';
import { createTrayHint } from './shell/alerts/stays-in-tray.ts';
import { setAppMenu } from './shell/app-menu.ts';
import { manageBadge } from './shell/badge.ts';
import { explainAndExit } from './shell/explain.ts';
import { sayOnce } from './shell/hidden-window-said.ts';
import { connectIpc } from './shell/ipc.ts';
import { endWithSession, manageLifecycle } from './shell/lifecycle.ts';
import { catchWishes, grantWish, type Wish, type Wishes, wishOf } from './shell/lifecycle-wishes.ts';
import { registerLinks } from './shell/links.ts';
import { createLogin } from './shell/login.ts';
import { wasStartedAtLogin } from './shell/login-item.ts';
import { oneWindow } from './shell/one-window.ts';
import { ownArguments } from './shell/own-arguments.ts';
import { settlePaths } from './shell/paths.ts';
import { watchPower } from './shell/power.ts';
import { registerScheme, serveRenderer } from './shell/protocol.ts';
import { reloadAfterCrash } from './shell/renderer-crash.ts';
import { lockDown } from './shell/security/lock-down.ts';
import { bindTextMenu } from './shell/text-menu.ts';
import { manageTray } from './shell/tray/tray.ts';
import { createUpdates } from './shell/updates/updates.ts';
import { createCipher } from './shell/vault.ts';
import { keepPlace, openWindow } from './shell/window.ts';
import { shellWords } from './shell/words/words.ts';
import { bindZoomKeys } from './shell/zoom-keys.ts';

const { argv, env, execPath, platform } = process;
/** From the built file, in the project and in the packed app alike. */
const built = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const images = built('../../resources/tray');

// Electron is ready only after this file has been run to its end, so that nothing here may wait for that.
try {
  begin();
} catch (error) {
  explainAndExit({ app, dialog }, error);
}

function begin(): void {
  app.enableSandbox();
  registerScheme(protocol);
  const { dataDir: given, uiPort: _, ...options } = parseOptions(ownArguments(argv), env);
  const dataDir = settlePaths(app, given);
  if (!app.requestSingleInstanceLock()) {
    // The first one was told, and comes to the front, unless this was a start at login.
    app.quit();
    return;
  }
  identifyApp({ app, platform, execPath });
  registerLinks({ app, platform, execPath, args: argv });
  // A link, or a click on an alert of an earlier run, may come before the app is ready.
  const wishes = catchWishes(app, wishOfLaunch);
  app
    .whenReady()
    .then(() => run(dataDir, options, wishes))
    .catch((error: unknown) => explainAndExit({ app, dialog }, error));
}

async function run(dataDir: string, options: RunOptions, wishes: Wishes): Promise<void> {
  lockDown({ app, session: session.defaultSession, shell });
  serveRenderer(protocol, built('../renderer'));

  const updates = createUpdates({
    app,
    autoUpdater,
    platform,
    env,
    resources: process.resourcesPath,
    load: async () => (await import('electron-updater')).default.autoUpdater,
  });
  const core = await startApp({
    host: 'desktop',
    version: app.getVersion(),
    systemLanguages: app.getPreferredSystemLanguages(),
    dataDir,
    cipher: createCipher(safeStorage, platform),
    threads: {
      receive: new URL('./receive-thread.js', import.meta.url),
      read: new URL('./read-thread.js', import.meta.url),
      search: new URL('./search-thread.js', import.meta.url),
      localtunnel: new URL('./localtunnel-thread.js', import.meta.url),
    },
    options,
    desktop: {
      login: createLogin({ app, platform, execPath, env, home: homedir() }),
      updates,
    },
  });

  const words = () => shellWords(core.language());
  const grant = (wish: Wish) => grantWish({ windows, core }, wish);
  const hint = createTrayHint({ Notification, dialog, grant, platform, words });
  const life = manageLifecycle({
    app,
    powerMonitor,
    autoUpdater,
    platform,
    endWindow: () => windows.end(),
    leave: updates.leave,
    async stop() {
      tray.stop();
      badge.stop();
      await core.stop();
    },
  });
  const badge = manageBadge({ app, nativeImage, core, images, platform });
  const windows = oneWindow({
    platform,
    isQuitting: life.isQuitting,
    open(address) {
      const preload = built('../preload/preload.cjs');
      const parts = { BrowserWindow, screen, nativeTheme, preload, dataDir, platform };
      const window = openWindow(parts, address);
      connectIpc(window.webContents, core);
      bindZoomKeys(window.webContents, platform);
      bindTextMenu(window.webContents, Menu, words);
      reloadAfterCrash({ contents: window.webContents, dialog, words });
      endWithSession(window, { keepPlace: () => keepPlace(window, dataDir), quit: () => app.quit() });
      badge.attach(window);
      return window;
    },
    keepPlace: (window) => keepPlace(window, dataDir),
    hidden: sayOnce(join(dataDir, 'said.json'), hint),
  });
  const { show, open } = windows;
  const quit = () => app.quit();
  const tray = manageTray({ Tray, Menu, nativeImage, clipboard, core, images, platform, show, open, quit });

  setAppMenu({
    Menu,
    core,
    platform,
    isDevelopment: !app.isPackaged,
    openSettings: () => open({ screen: 'settings' }),
  });
  watchPower({
    powerMonitor,
    check(why) {
      core.check(why);
      tray.refresh();
    },
  });
  showAlerts({ Notification, core, grant, platform });

  const first = wasStartedAtLogin(app, platform) ? undefined : wishOf(argv);
  // What was clicked or linked meanwhile is newer than the start itself, and shows the window, too.
  if (!wishes.grantBy(grant) && first) grant(first);
}
