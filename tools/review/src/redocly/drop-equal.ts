import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import type { ComparedDocuments } from "./match-redocly.ts";

/**
 * Two documents without the paths, webhooks and components that are the same in both but for words, together with all
 * that they refer to. Nothing of these breaks anybody, and a large document is nearly all of it. Whatever is left stands
 * where it stood.
 */
export function dropEqual({ base, head }: ComparedDocuments): ComparedDocuments {
  const before = listParts(base);
  const after = listParts(head);
  // What refers into a path needs that path.
  if ([...before.values(), ...after.values()].some((text) => text.includes('"#/paths/')))
    return { base, head };
  const changed = spread(findDifferent(before, after), before, after);
  const kept = (document: JsonObject, parts: ReadonlyMap<string, string>) =>
    reach(new Set([...changed, ...listReferences(textOfRest(document))]), parts);
  return { base: keep(base, kept(base, before)), head: keep(head, kept(head, after)) };
}

const sections = ["paths", "webhooks"] as const;

/** What is said to people. A property of such a name has no text for a value. */
const words = /"(?:description|summary|title)":"(?:[^"\\]|\\.)*",?|"externalDocs":\{[^{}]*\},?/g;

/** What is never left out. */
function textOfRest({ paths: _, webhooks: __, components: ___, ...rest }: JsonObject): string {
  return JSON.stringify(rest);
}

/** The text of everything that may be left out, by its place: `#/paths/~1pets` without the escapes of a pointer. */
function listParts(document: JsonObject): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const add = (place: string, value: JsonValue | undefined) => {
    if (!isJsonObject(value)) return;
    for (const [name, member] of Object.entries(value)) {
      parts.set(`${place}/${name}`, JSON.stringify(member).replace(words, ""));
    }
  };
  for (const section of sections) add(`#/${section}`, document[section]);
  for (const [kind, members] of Object.entries(objectOf(document["components"]))) {
    // A scheme is referred to by its name alone.
    if (kind !== "securitySchemes") add(`#/components/${kind}`, members);
  }
  return parts;
}

function findDifferent(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const places = [...before.keys(), ...after.keys()];
  return new Set(places.filter((place) => before.get(place) !== after.get(place)));
}

/** What is different, and whatever refers to it on either side. */
function spread(
  different: ReadonlySet<string>,
  ...sides: readonly ReadonlyMap<string, string>[]
): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const [place, text] of sides.flatMap((side) => [...side])) {
    for (const target of listReferences(text)) {
      const known = users.get(target);
      if (known === undefined) users.set(target, [place]);
      else known.push(place);
    }
  }
  return close(different, (place) => users.get(place) ?? []);
}

/** What is to be told of, and all that it refers to. */
function reach(roots: ReadonlySet<string>, parts: ReadonlyMap<string, string>): ReadonlySet<string> {
  return close(roots, (place) => listReferences(parts.get(place) ?? ""));
}

function close(start: ReadonlySet<string>, next: (place: string) => readonly string[]): ReadonlySet<string> {
  const all = new Set(start);
  const pending = [...all];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    for (const other of next(place)) {
      if (all.has(other)) continue;
      all.add(other);
      pending.push(other);
    }
  }
  return all;
}

/** The components that a text refers to, by `$ref` or by the mapping of a discriminator. */
function listReferences(text: string): readonly string[] {
  const found = text.matchAll(/"(#\/components\/[^/"]+\/[^/"]+)/g);
  return [...new Set([...found].map(([, place = ""]) => unescapePlace(place)))];
}

function unescapePlace(place: string): string {
  return decode(place).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decode(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

function keep(document: JsonObject, places: ReadonlySet<string>): JsonObject {
  const pick = (place: string, value: JsonValue | undefined) =>
    Object.fromEntries(Object.entries(objectOf(value)).filter(([name]) => places.has(`${place}/${name}`)));
  const components = Object.entries(objectOf(document["components"])).map(([kind, members]) => [
    kind,
    kind === "securitySchemes" ? members : pick(`#/components/${kind}`, members),
  ]);
  return {
    ...document,
    ...Object.fromEntries(
      sections.flatMap((section) =>
        document[section] === undefined ? [] : [[section, pick(`#/${section}`, document[section])]],
      ),
    ),
    ...(document["components"] === undefined ? {} : { components: Object.fromEntries(components) }),
  };
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
