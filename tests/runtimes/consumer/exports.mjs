/**
 * Every entry point of every package, by specifier. In the throwaway project, a file written there takes the place of
 * this one.
 *
 * @type {Readonly<Record<string, object>>}
 */
export const modules = {};
