/** @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Entry */

/**
 * The packages that production needs for these roots alone, so that the desktop app may do without. A name that both sides
 * need, in whatever version, is none of them: the packer may put either version in the other's place.
 * @param {Record<string, Entry>} packages of `package-lock.json`, by folder
 * @param {readonly string[]} roots direct dependencies that only the browser host imports
 * @returns {string[]} names, sorted
 */
export function browserOnly(packages, roots) {
  const direct = Object.keys(packages['']?.dependencies ?? {});
  const needed = namesFrom(
    packages,
    direct.filter((name) => !roots.includes(name)),
  );
  return [...namesFrom(packages, roots)].filter((name) => !needed.has(name)).sort();
}

/**
 * @param {Record<string, Entry>} packages
 * @param {readonly string[]} roots
 */
function namesFrom(packages, roots) {
  /** @type {Set<string>} */
  const seen = new Set();
  /** @param {string} from @param {string} name */
  const visit = (from, name) => {
    const folder = resolve(packages, from, name);
    if (folder === undefined || seen.has(folder)) return;
    seen.add(folder);
    const { dependencies, optionalDependencies } = packages[folder] ?? {};
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) visit(folder, next);
  };
  for (const root of roots) visit('', root);
  return new Set(
    [...seen].map((folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
}

/**
 * As Node looks for a package: beside the one that asks, then ever further out.
 * @param {Record<string, Entry>} packages
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined} where it is
 */
function resolve(packages, from, name) {
  const folder = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (packages[folder]) return folder;
  if (from === '') return undefined;
  return resolve(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}
