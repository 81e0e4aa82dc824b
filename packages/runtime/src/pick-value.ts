/** The caller's own value for a name; never one that every object inherits. */
export function pickValue(values: object | undefined, name: string): unknown {
  return new Map(Object.entries(values ?? {})).get(name);
}
