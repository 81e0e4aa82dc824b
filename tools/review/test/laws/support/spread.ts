/** Some of a list, from its start to its end: of two runs, and of two machines, the same. */
export function spread<T>(list: readonly T[], most: number, start = 0): readonly T[] {
  const count = Math.min(most, list.length);
  return Array.from({ length: count }, (_, index) => Math.floor(((index + start) * list.length) / count))
    .map((index) => list[index % list.length])
    .filter((one) => one !== undefined);
}
