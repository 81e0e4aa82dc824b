import { isJsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { addMember } from "./edit-value.ts";
import { listSizes, type Site, type SiteSide } from "./site.ts";

/** More items than these are not worth their while. */
const mostItems = 1200;

/** An array with items left out, repeated and of other kinds, and as long as may just be or may not. */
export function* editArray(items: readonly JsonValue[], site: Site): Generator<JsonValue> {
  const places = site.places;
  yield [];
  for (const index of items.keys()) if (index < 8) yield items.toSpliced(index, 1);
  const contained = [site.allowing, site.refusing].flatMap(sampleContained);
  const free = makeItem(site, items.length);
  const [first = free] = items;
  const kinds = [...new Map([...contained, first, free].map((one) => [JSON.stringify(one), one])).values()];
  for (const item of kinds) {
    yield [item];
    yield [...items, item];
    yield [item, item];
  }
  yield [...items, ...items];
  yield* contained.map((item) => [
    ...items.filter((one) => JSON.stringify(one) !== JSON.stringify(item)),
    free,
  ]);
  const prefixes = places.flatMap(({ schema: { prefixItems } }) =>
    Array.isArray(prefixItems) ? [prefixItems.length] : [],
  );
  const sizes = listSizes(places, ["minItems", "maxItems", "minContains", "maxContains"]);
  const lengths = [...sizes, ...prefixes.flatMap((length) => [length, length + 1])];
  for (const length of new Set(lengths)) {
    if (length > mostItems) continue;
    yield fill(items, length, (index) => makeItem(site, index));
    yield fill(items, length, (index) => varyValue(makeItem(site, index), index));
    for (const item of contained) {
      yield fill([], length, () => item);
      yield fill([], length, (index) => varyValue(item, index));
      yield [...fill([], length, () => item), ...items];
    }
  }
}

function fill(
  items: readonly JsonValue[],
  length: number,
  make: (index: number) => JsonValue,
): readonly JsonValue[] {
  const missing = Math.max(0, length - items.length);
  return [...items, ...Array.from({ length: missing }, (_, index) => make(items.length + index))].slice(
    0,
    length,
  );
}

function makeItem({ allowing, refusing }: Site, index: number): JsonValue {
  const [item = "text"] = [allowing, refusing].flatMap(({ schemas, sampler }) =>
    sampler.sampleEach(schemas.below(String(index), true)),
  );
  return item;
}

function sampleContained({ schemas, sampler }: SiteSide): readonly JsonValue[] {
  return schemas.places.flatMap(({ schema, pointer }) =>
    schema["contains"] === undefined ? [] : sampler.sample(joinPointer(pointer, "contains")).slice(0, 2),
  );
}

/** Another value of the same kind for each index. */
function varyValue(value: JsonValue, index: number): JsonValue {
  if (typeof value === "number") return value + index;
  if (typeof value === "string") return `${value}${index}`;
  if (Array.isArray(value)) return value.map((item: JsonValue) => varyValue(item, index));
  if (!isJsonObject(value)) return value;
  const varying = Object.entries(value).find(
    ([, member]) => typeof member === "string" || typeof member === "number",
  );
  return varying === undefined
    ? addMember(value, `other${index}`, index)
    : addMember(value, varying[0], varyValue(varying[1], index));
}
