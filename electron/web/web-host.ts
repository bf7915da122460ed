import { fileURLToPath } from 'node:url';
import { startApp } from '../core/app.ts';
import { folderError } from '../core/files/data-folder.ts';
import { defaultPorts } from '../core/options.ts';
import type { App, HostPorts } from '../core/ports.ts';
import { firstFreePort } from '../core/receiver/listen.ts';
import { createFileCipher } from './cipher.ts';
import { removeHostFile, writeHostFile } from './host-file.ts';
import { createWebServer } from './server.ts';
import { createSessions } from './sessions.ts';

export interface WebHostOptions
  extends Pick<HostPorts, 'version' | 'systemLanguages' | 'dataDir' | 'threads' | 'options'> {
  uiPort?: number | undefined;
  /** Folder of the built renderer. */
  files: URL;
  /** The value of `GREENROOM_KEY`. */
  key?: string | undefined;
}

export interface WebHost {
  ui: string;
  receiver: string;
  token: string;
  /** In words: by what, or why they cannot be kept. */
  secretsKeptBy: string;
  /** An address that logs a browser in, once. */
  link(): string;
  stop(): Promise<void>;
}

/** @throws AppError `folder_in_use`, `port_taken`, `store_newer`, `store_failed` */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const cipher = createFileCipher(options.dataDir, options.key);
  const app = await startApp({ ...options, host: 'browser', cipher });
  const { keptBy, reason } = await cipher.status();
  const secretsKeptBy = reason === undefined ? keptBy : `cannot be kept: ${reason}`;
  try {
    return { ...(await openWindowServer(app, options)), secretsKeptBy };
  } catch (error) {
    await app.stop();
    throw folderError(options.dataDir, error);
  }
}

async function openWindowServer(app: App, options: WebHostOptions): Promise<Omit<WebHost, 'secretsKeptBy'>> {
  const { dataDir, uiPort } = options;
  const sessions = createSessions(dataDir);
  let port = 0;
  const server = createWebServer({
    app,
    sessions,
    files: fileURLToPath(options.files),
    cookieName: () => `greenroom-${port}`,
  });
  const wish = {
    port: uiPort ?? defaultPorts.ui,
    explicit: uiPort !== undefined,
    name: 'the window',
    option: '--ui-port',
  };
  try {
    await server.ready();
    port = await firstFreePort(wish, async (wanted) => {
      await server.listen({ host: '127.0.0.1', port: wanted });
      const address = server.server.address();
      return typeof address === 'object' && address ? address.port : wanted;
    });
    const ui = `http://127.0.0.1:${port}`;
    const receiver = app.receiverUrl;
    writeHostFile(dataDir, { ui, receiver, token: sessions.token, pid: process.pid });
    return {
      ui,
      receiver,
      token: sessions.token,
      link: () => `${ui}/link/${sessions.createLink()}`,
      async stop() {
        // Before the folder is released, so that a next host's own is not taken away.
        removeHostFile(dataDir);
        // Vendors first: they get their 503 while the window's connections end.
        await Promise.all([app.stop(), server.close()]);
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}
