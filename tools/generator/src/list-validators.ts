import { type Api, isJsonObject, type JsonValue, type MediaType, type Operation } from "@specmill/spec";
import { type ClientNames, placeOfBody } from "./client-names.ts";
import type { ValidatorSource } from "./compile-validators.ts";
import { componentName } from "./component-name.ts";
import { nameAll } from "./identifiers.ts";
import { isDescribed } from "./media-type.ts";
import { listsTexts, toJsonSchema } from "./to-json-schema.ts";

/** A body whose schema can be checked. */
export interface CheckedBody {
  readonly operation: Operation;
  /** The status of the response; undefined for a request. */
  readonly status: string | undefined;
  readonly mediaType: MediaType;
  /** The export of its validator. */
  readonly validator: string;
}

/** What there is to compile for an API. */
export interface ValidatorList {
  readonly sources: readonly ValidatorSource[];
  /** The export of the validator of each component by its name. */
  readonly components: ReadonlyMap<string, string>;
  readonly bodies: readonly CheckedBody[];
  /** Patterns that are no regular expressions of JavaScript, and decide nothing. */
  readonly patterns: readonly string[];
}

type Flavour = "request" | "response";

/**
 * Lists the validators of an API: one for each component and one for each body that is no component. A component that
 * travels both ways has two where it reaches an enumeration, which is open in an answer.
 *
 * @param api - of the split document
 */
export function listValidators(api: Api, names: ClientNames, version: "3.0" | "3.1"): ValidatorList {
  const schemas = new Map(api.schemas.map(({ name, schema }) => [name, schema]));
  const bodies = api.operations.flatMap(listBodies);
  const conditions = findConditions([...schemas.values(), ...bodies.map(schemaOf)]);
  const sent = bodies.filter(({ status }) => status === undefined).map(schemaOf);
  const reached = {
    // What decides a condition is closed, like what is sent.
    request: reach([...sent, ...conditions], schemas),
    response: reach(bodies.filter(({ status }) => status !== undefined).map(schemaOf), schemas),
  };
  const open = findOpen(schemas);
  const flavourOf = (name: string, wanted: Flavour): Flavour => (open.has(name) ? wanted : "response");
  const order = new Map([...schemas.keys()].map((name, index) => [name, index]));
  const idOf = (name: string, flavour: Flavour) => `schema:/${flavourOf(name, flavour)}/${order.get(name)}`;
  const patterns = new Set<string>();
  const convert = (schema: JsonValue | undefined, flavour: Flavour) =>
    toJsonSchema(schema, {
      version,
      isOpen: flavour === "response",
      idOf: (name, isOpen) => idOf(name, isOpen ? "response" : "request"),
      isOpenable: (schema) => isOpenable([schema], (name) => open.has(name)),
      onPattern: (pattern) => patterns.add(pattern),
    });
  // A component is exported as answers have it, unless only requests do.
  const main = (name: string): Flavour =>
    flavourOf(name, reached.request.has(name) && !reached.response.has(name) ? "request" : "response");
  const extra = nameExtra(bodies, names, (name) => flavourOf(name, "request") !== main(name));
  const components = new Map([...schemas.keys()].map((name) => [name, names.schemas.get(name) ?? name]));
  const ofComponents = [...schemas].flatMap(([name, schema]): ValidatorSource[] => {
    const flavour = main(name);
    const own = {
      id: idOf(name, flavour),
      name: components.get(name) ?? name,
      schema: convert(schema, flavour),
    };
    if (flavourOf(name, "request") === flavour || !reached.request.has(name)) return [own];
    const other = extra.get(name);
    const id = idOf(name, "request");
    return [own, { id, ...(other !== undefined && { name: other }), schema: convert(schema, "request") }];
  });
  const checked = bodies.map((body): CheckedBody => {
    const { operation, status, mediaType } = body;
    const place = placeOfBody(operation, status, mediaType);
    const { schema } = mediaType;
    const component = schema !== undefined && status === undefined ? extra.get(schema) : undefined;
    const validator =
      component ?? (schema === undefined ? undefined : components.get(schema)) ?? extra.get(place) ?? "";
    return { ...body, validator };
  });
  const ofBodies = checked.flatMap(({ status, mediaType, validator }, index): ValidatorSource[] => {
    if (mediaType.schema !== undefined) return [];
    const flavour = status === undefined ? "request" : "response";
    return [{ id: `schema:/body/${index}`, name: validator, schema: convert(mediaType.jsonSchema, flavour) }];
  });
  return { sources: [...ofComponents, ...ofBodies], components, bodies: checked, patterns: [...patterns] };
}

type Body = Omit<CheckedBody, "validator">;

function listBodies(operation: Operation): readonly Body[] {
  const { method, requestBody, responses } = operation;
  const request = requestBody?.content.filter((mediaType) => isChecked(mediaType, "request")) ?? [];
  return [
    ...request.map((mediaType) => ({ operation, status: undefined, mediaType })),
    // RFC 9110, section 9.3.2: an answer to HEAD has no body, whatever the document says of one.
    ...(method === "head" ? [] : responses).flatMap(({ status, content }) =>
      content
        .filter((mediaType) => isChecked(mediaType, "response"))
        .map((mediaType) => ({ operation, status, mediaType })),
    ),
  ];
}

/** Whether a body is data. A form may hold files, of which a schema says nothing. */
function isChecked({ type, jsonSchema, schema }: MediaType, flavour: Flavour): boolean {
  return isDescribed(type, flavour) && !/form/i.test(type) && (jsonSchema ?? schema) !== undefined;
}

function schemaOf({ mediaType }: Body): JsonValue | undefined {
  return mediaType.jsonSchema;
}

/** Names for the validators that no type has the name of, by the component or the place of the body. */
function nameExtra(
  bodies: readonly Body[],
  names: ClientNames,
  needsOwn: (component: string) => boolean,
): ReadonlyMap<string, string> {
  const wishes = new Map<string, string>();
  for (const { operation, status, mediaType } of bodies) {
    const { schema } = mediaType;
    const place = placeOfBody(operation, status, mediaType);
    if (schema === undefined) {
      wishes.set(place, names.bodies.get(place) ?? `${names.types.get(operation.id)}${status ?? ""}Value`);
    } else if (status === undefined && needsOwn(schema))
      wishes.set(schema, `${names.schemas.get(schema)}Request`);
  }
  return nameAll([...wishes.keys()], (key) => wishes.get(key) ?? key, [...names.schemas.values()]);
}

/** The components that schemas refer to, at any depth. */
function reach(
  roots: readonly (JsonValue | undefined)[],
  schemas: ReadonlyMap<string, JsonValue>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...roots];
  while (pending.length > 0) {
    const next = pending.pop();
    if (Array.isArray(next)) pending.push(...next);
    if (!isJsonObject(next)) continue;
    const name = componentName(next["$ref"]);
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      pending.push(schemas.get(name));
    }
    pending.push(...Object.values(next));
  }
  return found;
}

/** The components that reach an enumeration which a server may add to. */
function findOpen(schemas: ReadonlyMap<string, JsonValue>): ReadonlySet<string> {
  const open = new Set<string>();
  for (let size = -1; size !== open.size; ) {
    size = open.size;
    for (const [name, schema] of schemas) {
      if (!open.has(name) && isOpenable([schema], (other) => open.has(other))) open.add(name);
    }
  }
  return open;
}

/** Whether schemas list values that a server may add to, themselves or by the components that they refer to. */
function isOpenable(
  roots: readonly (JsonValue | undefined)[],
  isOpen: (component: string) => boolean,
): boolean {
  return roots.some((root) => {
    if (Array.isArray(root)) return isOpenable(root, isOpen);
    if (!isJsonObject(root)) return false;
    const { enum: values, $ref } = root;
    if (Array.isArray(values) && listsTexts(values)) return true;
    const component = componentName($ref);
    return (component !== undefined && isOpen(component)) || isOpenable(Object.values(root), isOpen);
  });
}

/** The schemas, at any depth, that decide whether others apply. */
function findConditions(roots: readonly (JsonValue | undefined)[]): readonly JsonValue[] {
  return roots.flatMap((root) => {
    if (Array.isArray(root)) return findConditions(root);
    if (!isJsonObject(root)) return [];
    const own = [root["not"], root["if"]].filter((condition) => condition !== undefined);
    return [...own, ...findConditions(Object.values(root))];
  });
}
