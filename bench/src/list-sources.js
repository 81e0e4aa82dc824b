/**
 * The names by which a package is imported, each with the source file that its build is made of.
 *
 * @param {string} folder - of the package, absolute
 * @param {{ readonly name: string, readonly exports: Readonly<Record<string, unknown>> }} manifest
 * @returns {Record<string, string>} what an alias of esbuild is
 */
export function listSources(folder, { name, exports }) {
  /** @type {Record<string, string>} */
  const sources = {};
  for (const [subpath, target] of Object.entries(exports)) {
    if (typeof target !== "object" || target === null || !("default" in target)) continue;
    const [, module] = /^\.\/dist\/(.+)\.js$/.exec(String(target.default)) ?? [];
    if (module !== undefined) sources[`${name}${subpath.slice(1)}`] = `${folder}/src/${module}.ts`;
  }
  return sources;
}
