import { readFile } from 'node:fs/promises';
import { pageHeaders } from '../../shared/page-headers.ts';
import { assetOf } from './asset.ts';
import { scheme } from './origin.ts';

// A build replaces the files under a running app.
const headers = { ...pageHeaders, 'Cache-Control': 'no-store' };

/**
 * Must be called once, before the app is ready. `standard` gives the page an origin of its own, `secure` counts it as
 * https; no `corsEnabled`, no `bypassCSP`, no service workers.
 * https://www.electronjs.org/docs/latest/api/protocol
 */
export function registerScheme(protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers our scheme from `folder`, where the renderer is built; after the app is ready. */
export function serveRenderer(protocol: Pick<Electron.Protocol, 'handle'>, folder: string): void {
  protocol.handle(scheme, (request) => answer(request, folder));
}

/** Never rejects. */
export async function answer(
  { method, url }: Pick<Request, 'method' | 'url'>,
  folder: string,
): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD')
    return refusal(405, 'Method not allowed', { allow: 'GET, HEAD' });
  const asset = assetOf(url, folder);
  const bytes = asset && (await readFile(asset.file).catch(() => undefined));
  if (!bytes) return refusal(404, 'Not found');
  return new Response(method === 'HEAD' ? null : new Uint8Array(bytes), {
    headers: { ...headers, 'content-type': asset.type, 'content-length': String(bytes.length) },
  });
}

function refusal(status: number, text: string, more: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { ...headers, 'content-type': 'text/plain', ...more } });
}
