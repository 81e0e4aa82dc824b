import { isJsonObject, type JsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { addMember, omitMembers } from "./edit-value.ts";
import { readPlaces } from "./schema-places.ts";
import { listNames, listSizes, type Site, type SiteSide } from "./site.ts";
import { listTexts, textsOfPattern } from "./text-values.ts";

/** More properties than these are not worth their while. */
const mostProperties = 300;

/** An object with each part left out, with each that could be there, and as large as may just be or may not. */
export function* editObject(object: JsonObject, site: Site): Generator<JsonValue> {
  const places = site.places;
  const names = Object.keys(object);
  const required = listNames(places, "required");
  for (const name of names) yield omitMembers(object, [name]);
  yield omitMembers(
    object,
    names.filter((name) => !required.includes(name)),
  );
  const declared = [...new Set([...listNames(places, "properties"), ...required, ...listDependents(site)])];
  const others = listOtherNames(site).filter((name) => !declared.includes(name));
  for (const name of [...declared, ...others]) {
    if (names.includes(name)) continue;
    for (const member of makeMembers(site, name)) {
      yield addMember(object, name, member);
      yield addMember({}, name, member);
    }
  }
  yield* resize(object, site, [...declared, ...others]);
}

/** The object with as many properties as the bounds of both sides are about. */
function* resize(object: JsonObject, site: Site, names: readonly string[]): Generator<JsonValue> {
  const sizes = listSizes(site.places, ["minProperties", "maxProperties"]);
  const made = Array.from(
    { length: Math.min(mostProperties, Math.max(0, ...sizes)) },
    (_, index) => `other${index}`,
  );
  for (const size of sizes.filter((one) => one <= mostProperties)) {
    let larger = object;
    for (const name of [...names, ...made]) {
      if (Object.keys(larger).length >= size) break;
      const [member] = makeMembers(site, name);
      if (member !== undefined && !Object.hasOwn(object, name)) larger = addMember(larger, name, member);
    }
    yield omitMembers(larger, Object.keys(larger).slice(size));
  }
}

/** Values for a property, first as the allowing side has it. */
function makeMembers({ allowing, refusing }: Site, name: string): readonly JsonValue[] {
  const members = [allowing, refusing].flatMap(({ schemas, sampler }) =>
    sampler.sampleEach(schemas.below(name, false)),
  );
  return members.length > 0 ? members : ["text"];
}

/** Names of properties that others depend on. */
function listDependents(site: Site): readonly string[] {
  return site.places.flatMap(({ schema: { dependentRequired, dependentSchemas } }) => [
    ...Object.entries(isJsonObject(dependentRequired) ? dependentRequired : {}).flatMap(([name, needed]) => [
      name,
      ...(Array.isArray(needed) ? needed.map(String) : []),
    ]),
    ...Object.keys(isJsonObject(dependentSchemas) ? dependentSchemas : {}),
  ]);
}

/** Names that patterns and schemas for names speak of. */
function listOtherNames(site: Site): readonly string[] {
  const places = site.places;
  const isMap = places.some(
    ({ schema: { additionalProperties, unevaluatedProperties, properties } }) =>
      isJsonObject(additionalProperties) || isJsonObject(unevaluatedProperties) || properties === undefined,
  );
  const matching = listNames(places, "patternProperties").flatMap((pattern) =>
    textsOfPattern(pattern).slice(0, 2),
  );
  const [allowed = [], refused = []] = [site.allowing, site.refusing].map(readNamePlaces);
  const named = allowed.length + refused.length > 0 ? listTexts(allowed, refused) : [];
  return [...new Set([...matching, ...(isMap ? ["other"] : []), ...named])];
}

function readNamePlaces({ oracle, schemas }: SiteSide) {
  const pointers = schemas.places.flatMap(({ schema, pointer }) =>
    isJsonObject(schema["propertyNames"]) ? [joinPointer(pointer, "propertyNames")] : [],
  );
  return [...readPlaces(oracle, pointers).places, ...pointers.map(() => anyText)];
}

const anyText = { schema: { type: "string" }, pointer: "" };
