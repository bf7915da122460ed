import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron';
import { startApp } from './core/app.ts';
import { parseOptions } from './core/options.ts';
import type { RunOptions } from './core/ports.ts';
import { explainAndExit } from './shell/explain.ts';
import { connectIpc } from './shell/ipc.ts';
import { manageLifecycle } from './shell/lifecycle.ts';
import { oneWindow } from './shell/one-window.ts';
import { ownArguments } from './shell/own-arguments.ts';
import { settlePaths } from './shell/paths.ts';
import { registerScheme, serveRenderer } from './shell/protocol.ts';
import { reloadAfterCrash } from './shell/renderer-crash.ts';
import { lockDown } from './shell/security/lock-down.ts';
import { createCipher } from './shell/vault.ts';
import { openWindow } from './shell/window.ts';

const { platform } = process;
const built = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Electron is ready only after this file has been run to its end, so that nothing here may wait for that.
try {
  begin();
} catch (error) {
  explainAndExit({ app, dialog }, error);
}

function begin(): void {
  app.enableSandbox();
  registerScheme(protocol);
  const { dataDir: given, uiPort: _, ...options } = parseOptions(ownArguments(process.argv), process.env);
  const dataDir = settlePaths(app, given);
  if (!app.requestSingleInstanceLock()) {
    // The first one was told, and comes to the front.
    app.quit();
    return;
  }
  app
    .whenReady()
    .then(() => run(dataDir, options))
    .catch((error: unknown) => explainAndExit({ app, dialog }, error));
}

async function run(dataDir: string, options: RunOptions): Promise<void> {
  lockDown({ app, session: session.defaultSession, shell });
  serveRenderer(protocol, built('../renderer'));

  const core = await startApp({
    host: 'desktop',
    version: app.getVersion(),
    dataDir,
    cipher: createCipher(safeStorage, platform),
    threads: {
      receive: new URL('./receive-thread.js', import.meta.url),
      read: new URL('./read-thread.js', import.meta.url),
      search: new URL('./search-thread.js', import.meta.url),
      localtunnel: new URL('./localtunnel-thread.js', import.meta.url),
    },
    options,
  });

  const showWindow = oneWindow(() => {
    const preload = built('../preload/preload.cjs');
    const window = openWindow({ BrowserWindow, screen, nativeTheme, preload, dataDir, platform });
    connectIpc(window.webContents, core);
    reloadAfterCrash({ contents: window.webContents, dialog });
    return window;
  });
  manageLifecycle({ app, platform, showWindow, stop: () => core.stop() });
  showWindow();
}
