import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Release {
  version: string;
  /** What the installer holds. */
  file: string;
  notes: string;
  /** In base64, where it should be another than the file's. */
  sha512?: string;
}

/** Publishes a release for Linux on a port of this machine, as electron-builder writes it. */
export async function publish({ version, file, notes, sha512 }: Release) {
  const name = `Greenroom-${version}.AppImage`;
  const info = {
    version,
    files: [
      {
        url: name,
        sha512: sha512 ?? createHash('sha512').update(file).digest('base64'),
        size: Buffer.byteLength(file),
      },
    ],
    releaseNotes: notes,
    releaseDate: '2026-03-04T12:00:00.000Z',
  };
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    asked.push(pathname);
    // JSON is YAML.
    if (/^\/latest-linux.*\.yml$/.test(pathname)) response.end(JSON.stringify(info));
    else if (pathname === `/${name}`) response.end(file);
    else response.writeHead(404).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    /** Whether it was closed before or not. */
    async close(): Promise<void> {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
