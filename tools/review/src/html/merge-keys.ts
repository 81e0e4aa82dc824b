/**
 * The keys of both lists, each once: those of head in their order, and each that base alone has behind the one that it
 * followed there.
 */
export function mergeKeys(base: readonly string[], head: readonly string[]): readonly string[] {
  const kept = new Set(head);
  const followers = new Map<string | undefined, string[]>();
  let before: string | undefined;
  for (const key of base) {
    if (kept.has(key)) before = key;
    else followers.set(before, [...(followers.get(before) ?? []), key]);
  }
  return [
    ...(followers.get(undefined) ?? []),
    ...head.flatMap((key) => [key, ...(followers.get(key) ?? [])]),
  ];
}
