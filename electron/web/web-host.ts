import { fileURLToPath } from 'node:url';
import { startApp } from '../core/app.ts';
import type { HostPorts } from '../core/ports.ts';
import { firstFreePort } from '../core/receiver/listen.ts';
import { createFileCipher } from './cipher.ts';
import { removeHostFile, writeHostFile } from './host-file.ts';
import { createWebServer } from './server.ts';
import { createSessions } from './sessions.ts';

const DEFAULT_UI_PORT = 4780;

export interface WebHostOptions extends Pick<HostPorts, 'version' | 'dataDir' | 'threads' | 'options'> {
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
  /** The wanted default port was taken. */
  movedFrom?: number;
  secretsKeptBy: string;
  /** An address that logs a browser in, once. */
  link(): string;
  stop(): Promise<void>;
}

/** @throws AppError `folder_in_use`, `port_taken`, `store_newer`, `store_failed` */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { dataDir, uiPort } = options;
  const cipher = createFileCipher(dataDir, options.key);
  const app = await startApp({ ...options, host: 'browser', cipher });
  try {
    const sessions = createSessions(dataDir);
    let port = 0;
    const server = createWebServer({
      app,
      sessions,
      files: fileURLToPath(options.files),
      cookieName: () => `greenroom-${port}`,
    });
    await server.ready();
    const wish = {
      port: uiPort ?? DEFAULT_UI_PORT,
      explicit: uiPort !== undefined,
      name: 'the window',
      option: '--ui-port',
    };
    port = await firstFreePort(wish, async (wanted) => {
      await server.listen({ host: '127.0.0.1', port: wanted });
      const address = server.server.address();
      return typeof address === 'object' && address ? address.port : wanted;
    });
    const ui = `http://127.0.0.1:${port}`;
    writeHostFile(dataDir, { ui, receiver: app.receiverUrl, token: sessions.token, pid: process.pid });
    return {
      ui,
      receiver: app.receiverUrl,
      token: sessions.token,
      ...(uiPort === undefined && port !== DEFAULT_UI_PORT && { movedFrom: DEFAULT_UI_PORT }),
      secretsKeptBy: (await cipher.status()).keptBy,
      link: () => `${ui}/link/${sessions.createLink()}`,
      async stop() {
        removeHostFile(dataDir);
        // Vendors first: they get their 503 while the window's connections end.
        await Promise.all([app.stop(), server.close()]);
      },
    };
  } catch (error) {
    await app.stop();
    throw error;
  }
}
