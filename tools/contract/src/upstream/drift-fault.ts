import { type Fault, nameBranches } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import { namedTypes, typeOf } from "../obligation/schema-types.ts";
import { composedOf } from "../wire/wire-schema.ts";
import type { DriftEdit, DriftFinding, DriftKind } from "./drift.ts";
import { type Described, nameAt, tellProperty } from "./drift-described.ts";
import { keysOf } from "./drift-edit.ts";
import { isConstant } from "./drift-names.ts";
import { inferSchema } from "./infer-schema.ts";

/** A fault with what it is about. */
interface Case {
  readonly described: Described;
  readonly fault: Fault;
  /** The schema that has the broken keyword, and where it stands. */
  readonly schema: JsonObject;
  readonly holder: string;
  /** The part of the value that breaks it. */
  readonly value: JsonValue;
}

/** What a broken keyword says of the document, if it is the document that is wrong. */
export function explainFault(described: Described, fault: Fault): readonly DriftFinding[] {
  const holder = fault.pointer.slice(0, fault.pointer.lastIndexOf("/"));
  const schema = resolvePointer(described.context.document, holder);
  const value = valueAt(described.value, fault.at);
  if (value === undefined) return [];
  const one = { described, fault, holder, schema: isJsonObject(schema) ? schema : {}, value };
  switch (fault.keyword) {
    case "type":
      return [tellType(one)];
    case "enum":
    case "const":
      return [tellValue(one)];
    case "format": {
      const said = `is not of the format ${String(one.schema["format"])}.`;
      return [tell(one, "undocumented-format", said, [{ pointer: fault.pointer }])];
    }
    case "required":
      return tellMissing(one);
    case "additionalProperties":
    case "unevaluatedProperties":
      return tellRefused(one);
    case "oneOf":
    case "anyOf":
      return tellBranches(one);
    case "false schema":
      return [tell(one, "broken-constraint", "is not allowed.", [{ pointer: holder, value: {} }])];
    default:
      return [tellConstraint(one)];
  }
}

function tell(
  { described: { direction, operation, name }, fault, value }: Case,
  kind: DriftKind,
  said: string,
  edits: readonly DriftEdit[],
  observed: readonly string[] = [typeOf(value)],
): DriftFinding {
  const message = `${nameAt(name, fault.at)} ${said}`;
  return { kind, direction, operation, pointer: fault.pointer, message, observed, edits };
}

function tellType(one: Case): DriftFinding {
  const { described, fault, holder, schema, value } = one;
  const is30 = described.context.oracle.version === "3.0";
  const type = typeOf(value);
  const kind = type === "null" ? "undocumented-null" : "undocumented-type";
  const said = type === "null" ? "may be null." : "is of a type that is not documented.";
  if (is30 && type === "null") {
    return tell(one, kind, said, [{ pointer: joinPointer(holder, "nullable"), value: true }]);
  }
  const named = namedTypes({ type: schema["type"] ?? [] });
  // Every integer is a number.
  const types = [...named, type].filter((each, _, all) => each !== "integer" || !all.includes("number"));
  const [only] = types;
  // OpenAPI 3.0 knows no list of types.
  if (types.length > 1 && is30) return tell(one, kind, said, [{ pointer: fault.pointer }]);
  return tell(one, kind, said, [
    { pointer: fault.pointer, value: types.length === 1 && only !== undefined ? only : types },
  ]);
}

function tellValue(one: Case): DriftFinding {
  const { described, fault, holder, schema, value } = one;
  const keys = keysOf(fault.at);
  const isKept = isConstant(value) && !keys.some(described.isSecret) && !described.isEcho(String(value));
  const said = "has a value that is not documented.";
  if (!isKept) return tell(one, "undocumented-value", said, [{ pointer: fault.pointer }]);
  const observed = [JSON.stringify(value)];
  const { enum: listed, const: constant } = schema;
  const enumPointer = joinPointer(holder, "enum");
  const edits =
    fault.keyword === "const" && constant !== undefined
      ? [
          { pointer: fault.pointer },
          ...(listed === undefined ? [{ pointer: enumPointer, value: [constant, value] }] : []),
        ]
      : [{ pointer: enumPointer, value: [...(Array.isArray(listed) ? listed : []), value] }];
  return tell(one, "undocumented-value", said, edits, observed);
}

function tellMissing(one: Case): readonly DriftFinding[] {
  const { fault, schema } = one;
  const required: readonly JsonValue[] = Array.isArray(schema["required"]) ? schema["required"] : [];
  const index = required.findIndex(
    (name) => fault.message === `must have required property '${String(name)}'`,
  );
  if (index === -1) return [tellConstraint(one)];
  const left = required.filter((_, other) => other !== index);
  const edit = left.length === 0 ? { pointer: fault.pointer } : { pointer: fault.pointer, value: left };
  const said = `lacks ${String(required[index])}, which is required.`;
  const finding = tell(one, "missing-required", said, [edit], []);
  return [{ ...finding, pointer: joinPointer(fault.pointer, String(index)) }];
}

function tellRefused(one: Case): readonly DriftFinding[] {
  const { described, fault, holder, value } = one;
  if (!isJsonObject(value)) return [];
  const place = { schema: { $ref: holder }, pointer: holder };
  const { reading } = described.context;
  // Those of other schemas count for `unevaluatedProperties` alone.
  const parts =
    fault.keyword === "additionalProperties"
      ? [one.schema]
      : composedOf(reading, place).map(({ schema }) => schema);
  const known = new Set(
    parts.flatMap((schema) =>
      isJsonObject(schema) && isJsonObject(schema["properties"]) ? Object.keys(schema["properties"]) : [],
    ),
  );
  const patterns = parts.flatMap((schema) =>
    isJsonObject(schema) && isJsonObject(schema["patternProperties"])
      ? Object.keys(schema["patternProperties"])
      : [],
  );
  return Object.entries(value)
    .filter(([name]) => !known.has(name) && !patterns.some((pattern) => new RegExp(pattern, "u").test(name)))
    .map(([name, member]) => tellProperty(described, holder, { name, value: member, at: fault.at }));
}

/**
 * A value that nearly fits a branch is held against that one, and one that fits none is given its own. Of branches
 * that shut each other out for no reason, any may fit.
 */
function tellBranches(one: Case): readonly DriftFinding[] {
  const { described, fault, holder, schema, value } = one;
  const { oracle } = described.context;
  const branches = listOf(schema[fault.keyword]).map((branch, index) => {
    const pointer = joinPointer(fault.pointer, String(index));
    const isJudged = oracle.explain(pointer, described.direction) === undefined;
    return { branch, faults: isJudged ? oracle.judge(pointer, described.direction, value) : undefined };
  });
  const schemas = branches.map(({ branch }) => branch);
  if (branches.some(({ faults }) => faults?.length === 0)) {
    const names =
      schema["anyOf"] === undefined ? [{ pointer: joinPointer(holder, "anyOf"), value: schemas }] : [];
    const said = `fits more than one branch of ${fault.keyword}, or another than it says.`;
    return [tell(one, "broken-constraint", said, [{ pointer: fault.pointer }, ...names])];
  }
  const named = nameBranches(schema);
  const label = named !== undefined && isJsonObject(value) ? value[named.propertyName] : undefined;
  const nearest = branches
    .filter((_, index) => named === undefined || named.values[index]?.includes(String(label)))
    .flatMap(({ faults = [] }) =>
      faults.some(({ at, keyword }) => at === "" && keyword === "type") ? [] : [faults],
    )
    .sort((a, b) => a.length - b.length)
    .find((faults) => faults.length > 0);
  if (nearest !== undefined) {
    return nearest.flatMap((inner) => explainFault(described, { ...inner, at: `${fault.at}${inner.at}` }));
  }
  const added = [{ pointer: fault.pointer, value: [...schemas, inferSchema(value, oracle.version)] }];
  if (value !== null) return [tell(one, "undocumented-type", `fits no branch of ${fault.keyword}.`, added)];
  // What OpenAPI 3.0 has for null would be a branch that everything fits.
  const nullable = [{ pointer: joinPointer(holder, "nullable"), value: true }];
  const edits = oracle.version === "3.0" ? nullable : added;
  return [tell(one, "undocumented-null", "may be null.", edits)];
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function tellConstraint(one: Case): DriftFinding {
  const { described, fault } = one;
  const isThere = resolvePointer(described.context.document, fault.pointer) !== undefined;
  const pointer = isThere ? fault.pointer : described.pointer;
  const finding = tell(one, "broken-constraint", `breaks ${fault.keyword}.`, isThere ? [{ pointer }] : []);
  return { ...finding, pointer };
}

function valueAt(value: JsonValue, at: string): JsonValue | undefined {
  return keysOfValue(at).reduce<JsonValue | undefined>((holder, key) => {
    if (Array.isArray(holder)) return holder[Number(key)];
    return isJsonObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
  }, value);
}

/** Ajv writes its pointers without percent-encoding. */
function keysOfValue(at: string): readonly string[] {
  return at
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
