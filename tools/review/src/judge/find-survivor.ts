import { isJsonObject, type JsonObject, resolvePointer } from "@specmill/spec";

/**
 * The place of head that is next to where something of base stood: the member that came after it, or else the one
 * before it, or else what held it. A remark there is within sight of the lines that are gone.
 *
 * @param pointer - into the bundled base document
 * @returns a pointer of which head has at least an ancestor
 */
export function findSurvivor(
  pointer: string,
  { base, head }: { readonly base: JsonObject; readonly head: JsonObject },
): string {
  for (let current = pointer; current.includes("/"); ) {
    const holder = current.slice(0, current.lastIndexOf("/"));
    const before = resolvePointer(base, holder);
    const after = resolvePointer(head, holder);
    if (isJsonObject(before) && isJsonObject(after)) {
      const name = current.slice(holder.length + 1);
      const names = Object.keys(before).map(toToken);
      const index = names.indexOf(name);
      const there = new Set(Object.keys(after).map(toToken));
      const next = names.slice(index + 1).find((one) => there.has(one));
      const previous = names.slice(0, Math.max(0, index)).findLast((one) => there.has(one));
      const neighbour = next ?? previous;
      return neighbour === undefined ? holder : `${holder}/${neighbour}`;
    }
    if (after !== undefined) return holder;
    current = holder;
  }
  return "#";
}

function toToken(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
