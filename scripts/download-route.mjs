/** @typedef {Record<string, string | undefined>} Env */

const official = 'https://github.com/electron/electron/releases/download/';

/**
 * Where Electron is downloaded from: by the variables that `@electron/get` reads, in its order.
 * @param {Env} env
 */
export function mirrorOf(env) {
  return (
    env.npm_config_electron_mirror ||
    env.NPM_CONFIG_ELECTRON_MIRROR ||
    env.npm_package_config_electron_mirror ||
    env.ELECTRON_MIRROR ||
    official
  );
}

/**
 * The first machine on the way to the mirror: a proxy, or the mirror itself.
 * @param {Env} env
 * @returns {{ host: string, port: number, proxied: boolean }}
 * @throws {TypeError} where a variable holds no address
 */
export function firstHop(env) {
  const mirror = new URL(mirrorOf(env));
  const secure = mirror.protocol === 'https:';
  const proxy = secure ? env.HTTPS_PROXY || env.https_proxy : env.HTTP_PROXY || env.http_proxy;
  const proxied = Boolean(proxy) && !isExempt(mirror.hostname, env.NO_PROXY || env.no_proxy || '');
  const { hostname, port, protocol } = proxied ? new URL(/** @type {string} */ (proxy)) : mirror;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    proxied,
  };
}

/**
 * @param {string} host
 * @param {string} list `example.org,.example.net`, or `*` for all
 */
function isExempt(host, list) {
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => entry === '*' || host === entry || host.endsWith(`.${entry.replace(/^\*?\./, '')}`));
}
