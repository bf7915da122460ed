/** @typedef {import('electron-builder').Configuration} Configuration */

/**
 * @typedef {object} Wish
 * @property {NodeJS.Platform} platform the system to pack for
 * @property {boolean} dir an unpacked folder, no installers
 * @property {string | undefined} output a folder; `dist` without one
 * @property {Record<string, string | undefined>} env
 * @property {readonly string[]} files the patterns of `electron-builder.yml`
 * @property {readonly string[]} unneeded packages that stay out
 */

/**
 * @typedef {object} Plan
 * @property {Configuration} config what is added to `electron-builder.yml`
 * @property {string[]} unset variables that are there but empty, which the packer would take for keys
 * @property {string[]} notes what the person who packs should know, without a secret
 */

/** Where the packer finds keys by itself: in the environment, so that none is ever on a command line. */
const keys = {
  mac: ['CSC_LINK', 'CSC_NAME', 'CSC_KEYCHAIN'],
  windows: ['WIN_CSC_LINK', 'CSC_LINK'],
  apple: ['APPLE_API_KEY', 'APPLE_ID', 'APPLE_KEYCHAIN_PROFILE'],
};
const more = [
  'CSC_KEY_PASSWORD',
  'WIN_CSC_KEY_PASSWORD',
  'APPLE_API_KEY_ID',
  'APPLE_API_ISSUER',
  'APPLE_APP_SPECIFIC_PASSWORD',
  'APPLE_TEAM_ID',
  'APPLE_KEYCHAIN',
];

/**
 * Native code comes for all systems at once, and each takes its own.
 * @type {Partial<Record<NodeJS.Platform, string[]>>}
 */
const foreign = {
  linux: [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
    '!**/node_modules/better-sqlite3/prebuilds/!(linux-${arch}).node',
    '!**/node_modules/@ngrok/ngrok-linux-*-musl{,/**}',
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in
  win32: ['!**/node_modules/better-sqlite3/prebuilds/!(win32-${arch}).node'],
  // Both halves of the universal app have to hold the same files; of ngrok, one package serves both, and is asked for first.
  darwin: [
    '!**/node_modules/better-sqlite3/prebuilds/!(darwin-x64|darwin-arm64).node',
    '!**/node_modules/@ngrok/ngrok-darwin-{x64,arm64}{,/**}',
  ],
};

/**
 * How this machine packs.
 * @param {Wish} wish
 * @returns {Plan}
 * @throws {Error} where the wish cannot be granted
 */
export function planDist({ platform, dir, output, env, files, unneeded }) {
  /** @param {string} name */
  const has = (name) => (env[name] ?? '').trim() !== '';
  const runtime = planRuntime({ platform, dir, path: env.ELECTRON_DIST ?? '' });
  const signing = planSigning(platform, has);
  const feed = planFeed(env.GITHUB_REPOSITORY ?? '', canUpdate(platform, has));
  return {
    config: {
      ...(output !== undefined && { directories: { output, buildResources: 'resources' } }),
      files: [
        ...files,
        ...(foreign[platform] ?? []),
        ...unneeded.map((name) => `!**/node_modules/${name}{,/**}`),
      ],
      ...runtime.config,
      ...feed.config,
      ...signing.config,
    },
    unset: [...new Set([...keys.mac, ...keys.windows, ...keys.apple, ...more])].filter(
      (name) => env[name] !== undefined && !has(name),
    ),
    notes: [...runtime.notes, ...feed.notes, ...signing.notes],
  };
}

/** @typedef {{ config: Configuration, notes: string[] }} Part */

/**
 * @param {{ platform: NodeJS.Platform, dir: boolean, path: string }} given
 * @returns {Part}
 */
function planRuntime({ platform, dir, path }) {
  if (path.trim() === '') return { config: {}, notes: [] };
  if (platform === 'darwin' && !dir) {
    throw new Error('ELECTRON_DIST is one runtime, and a universal app needs two: use npm run dist:dir.');
  }
  return { config: { electronDist: path }, notes: [`Electron's runtime is taken from ${path}.`] };
}

/**
 * @param {string} repository `owner/name`, as GitHub Actions sets it
 * @param {boolean} updates
 * @returns {Part}
 */
function planFeed(repository, updates) {
  if (repository === '') {
    return {
      config: {},
      notes: ['No GITHUB_REPOSITORY: the app gets no update feed and will not look for updates.'],
    };
  }
  const [, owner, repo] = /^([A-Za-z0-9-]{1,39})\/([A-Za-z0-9._-]{1,100})$/.exec(repository) ?? [];
  if (!owner || !repo) throw new Error('GITHUB_REPOSITORY is not of the form owner/name.');
  const extraMetadata = { homepage: `https://github.com/${owner}/${repo}` };
  // It would look for updates, load them, and be refused by macOS at the very end.
  if (!updates)
    return { config: { extraMetadata }, notes: ['No signing keys: the app gets no update feed, either.'] };
  return {
    config: { publish: { provider: 'github', owner, repo }, extraMetadata },
    notes: [`Updates come from the releases of ${owner}/${repo}.`],
  };
}

/**
 * macOS installs only what is signed as the app itself is; ad hoc, nobody is.
 * @param {NodeJS.Platform} platform
 * @param {(name: string) => boolean} has
 */
function canUpdate(platform, has) {
  return platform !== 'darwin' || keys.mac.some(has);
}

/**
 * @param {NodeJS.Platform} platform
 * @param {(name: string) => boolean} has
 * @returns {Part}
 */
function planSigning(platform, has) {
  if (platform === 'win32') {
    return {
      config: {},
      notes: keys.windows.some(has) ? [] : ['No signing keys: Windows will warn of the installer.'],
    };
  }
  if (platform !== 'darwin') return { config: {}, notes: [] };
  if (keys.mac.some(has)) {
    return { config: {}, notes: keys.apple.some(has) ? [] : ['No notary keys: macOS will warn of the app.'] };
  }
  // Signed all the same: macOS drops the notifications of unsigned apps. https://www.electron.build/docs/features/code-signing/code-signing-mac/
  const entitlements = 'resources/entitlements.adhoc.plist';
  return {
    config: { mac: { identity: '-', entitlements, entitlementsInherit: entitlements, notarize: false } },
    notes: ['No signing keys: signed ad hoc, so that macOS warns of the app, and it cannot update itself.'],
  };
}
