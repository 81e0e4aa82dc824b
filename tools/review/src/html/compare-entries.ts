import { resolvePointer } from "@specmill/spec";
import type { EntryPair } from "./entry-pair.ts";
import type { DocSide, Entry } from "./list-entries.ts";
import { mergeKeys } from "./merge-keys.ts";

/** The operations of both documents, each once; what was moved to another path under its name is the same one. */
export function compareEntries(base: DocSide | undefined, head: DocSide | undefined): readonly EntryPair[] {
  const olds = new Map((base?.entries ?? []).map((entry) => [entry.key, entry]));
  const news = new Map((head?.entries ?? []).map((entry) => [entry.key, entry]));
  const lost = new Map(
    [...olds.values()].filter(({ key }) => !news.has(key)).map((entry) => [entry.name, entry]),
  );
  const moved = new Map<string, Entry>();
  for (const { key, name } of news.values()) {
    const before = lost.get(name);
    if (olds.has(key) || before === undefined) continue;
    moved.set(key, before);
    olds.delete(before.key);
  }
  const isSame = base !== undefined && head !== undefined ? createComparer(base, head) : () => false;
  return mergeKeys([...olds.keys()], [...news.keys()]).flatMap((key): readonly EntryPair[] => {
    const old = olds.get(key) ?? moved.get(key);
    const now = news.get(key);
    if (now === undefined) return old === undefined ? [] : [{ state: "removed", base: old }];
    if (old === undefined) return [{ state: "added", head: now }];
    return [{ state: isSame(old, now) ? "same" : "changed", base: old, head: now }];
  });
}

/** Whether two operations, and all that they refer to, read alike. */
function createComparer(base: DocSide, head: DocSide): (old: Entry, now: Entry) => boolean {
  const known = new Map<string, { readonly same: boolean; readonly next: readonly string[] }>();
  const look = (reference: string) => {
    const found = known.get(reference);
    if (found !== undefined) return found;
    const old = resolvePointer(base.document, reference);
    const now = resolvePointer(head.document, reference);
    const made = { same: isEqual(old, now), next: now === undefined ? [] : listReferences(now) };
    known.set(reference, made);
    return made;
  };
  return ({ operation: old }, { operation: now }) => {
    const seen = new Set([old, now].flatMap((one) => listReferences(one)));
    for (const reference of seen) {
      const { same, next } = look(reference);
      if (!same) return false;
      for (const one of next) seen.add(one);
    }
    return isEqual(old, now);
  };
}

function isEqual(old: unknown, now: unknown): boolean {
  if (Object.is(old, now)) return true;
  if (Array.isArray(old) || Array.isArray(now)) {
    if (!Array.isArray(old) || !Array.isArray(now) || old.length !== now.length) return false;
    return old.every((item, index) => isEqual(item, now[index]));
  }
  if (!isMap(old) || !isMap(now)) return false;
  const keys = Object.keys(old);
  if (keys.length !== Object.keys(now).length) return false;
  return keys.every((key) => Object.hasOwn(now, key) && isEqual(old[key], now[key]));
}

function listReferences(value: unknown): readonly string[] {
  const found: string[] = [];
  const visit = (one: unknown): void => {
    if (Array.isArray(one)) one.forEach(visit);
    else if (isMap(one)) {
      for (const [key, member] of Object.entries(one)) {
        if (key === "$ref" && typeof member === "string") found.push(member);
        else visit(member);
      }
    }
  };
  visit(value);
  return found;
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
