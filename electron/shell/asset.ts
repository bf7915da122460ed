import { join } from 'node:path';
import { host, scheme } from './origin.ts';

/** What the renderer is built of. Another ending is not served. */
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/**
 * Names as the build makes them, folder by folder. A percent sign, a backslash, a colon, a null, `..`, an empty part
 * or a dot file do not fit, so that nothing has to be decoded, and no path can leave the folder on any system.
 */
const path = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\.([a-z0-9]+)$/;

export interface Asset {
  /** In `folder`, which must be absolute. */
  file: string;
  type: string;
}

/** The file that an address of our scheme stands for, or nothing. */
export function assetOf(address: string, folder: string): Asset | undefined {
  const url = URL.parse(address);
  if (url?.protocol !== `${scheme}:` || url.host !== host) return undefined;

  const name = url.pathname === '/' ? '/index.html' : url.pathname;
  const ending = path.exec(name)?.[1];
  if (!ending || !Object.hasOwn(types, ending)) return undefined;
  return { file: join(folder, ...name.split('/')), type: types[ending] as string };
}
