import { isJsonObject, type JsonObject, type JsonValue, joinPointer, resolvePointer } from "@specmill/spec";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { dropBranchErrors } from "./drop-branch-errors.ts";
import type { Direction, Fault, Oracle } from "./oracle.ts";
import { to2020 } from "./to-2020-12.ts";

/**
 * Makes the oracle of a bundled document, which stays untouched. Schemas are read as JSON Schema 2020-12 with formats
 * asserted, each when it is first asked for.
 */
export function createOracle(document: JsonObject): Oracle {
  const version = String(document["openapi"]).startsWith("3.0") ? "3.0" : "3.1";
  const ajv = createAjv();
  /** Where in the document a schema that Ajv has was made of. */
  const sources = new WeakMap<object, string>();
  const validators = new Map<string, ValidateFunction | Error>();
  /** Under which a schema is known to Ajv. */
  const ids = new Map<string, string>();

  const register = (reference: string, direction: Direction): string => {
    const key = `${direction} ${reference}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    // A number, since whatever stands in a pointer would have to be written as a URI.
    const id = `https://oracle.invalid/${ids.size}.json`;
    ids.set(key, id);
    const target = resolvePointer(document, reference);
    if (!reference.startsWith("#") || !(isJsonObject(target) || typeof target === "boolean")) return id;
    const made = to2020(target, reference, {
      document,
      version,
      direction,
      idOf: (below) => register(below, direction),
      onMade: (schema, pointer) => sources.set(schema, pointer),
    });
    ajv.addSchema(isJsonObject(made) ? made : made ? {} : { not: {} }, id);
    return id;
  };
  const compile = (pointer: string, direction: Direction): ValidateFunction | Error => {
    const key = `${direction} ${pointer}`;
    const known = validators.get(key);
    if (known !== undefined) return known;
    const made = tryCompile(ajv, () => register(pointer, direction));
    validators.set(key, made);
    return made;
  };
  const tell = (message: string) =>
    [...ids].reduce((text, [key, id]) => text.replaceAll(id, key.replace(/^\S+ /, "")), message);

  const validatorOf = (pointer: string, direction: Direction): ValidateFunction => {
    const validate = compile(pointer, direction);
    if (validate instanceof Error) throw new Error(tell(validate.message));
    return validate;
  };

  return {
    document,
    version,
    allows: (pointer, direction, value) => validatorOf(pointer, direction)(value) === true,
    judge: (pointer, direction, value) => {
      const validate = validatorOf(pointer, direction);
      if (validate(value)) return [];
      return dropBranchErrors(validate.errors ?? [], ajv).map((error) => toFault(error, sources));
    },
    explain: (pointer, direction) => {
      const validate = compile(pointer, direction);
      return validate instanceof Error ? tell(validate.message) : undefined;
    },
  };
}

function createAjv(): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    validateSchema: false,
    // A schema is compiled once, and not again wherever it is referred to.
    inlineRefs: false,
    formats: fullFormats,
    // Every object has a `constructor`, which is none of its properties.
    ownProperties: true,
    logger: false,
  });
}

function tryCompile(ajv: Ajv2020, register: () => string): ValidateFunction | Error {
  try {
    const id = register();
    return ajv.getSchema(id) ?? new Error("there is no schema at this place");
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function toFault(
  { keyword, params, parentSchema, instancePath, message = "" }: ErrorObject,
  sources: WeakMap<object, string>,
): Fault {
  const source = parentSchema === undefined ? undefined : sources.get(parentSchema);
  const named = namedBy(params);
  return {
    pointer: source === undefined ? "#" : joinPointer(source, keyword),
    keyword,
    at: instancePath,
    message: named === undefined ? message : `${message} (${named})`,
  };
}

/** The value that a message of Ajv's leaves out: which property is not allowed, which values are. */
function namedBy(params: Readonly<Record<string, JsonValue>>): string | undefined {
  const { additionalProperty, unevaluatedProperty, allowedValues, allowedValue } = params;
  const named = additionalProperty ?? unevaluatedProperty ?? allowedValues ?? allowedValue;
  return named === undefined ? undefined : JSON.stringify(named);
}
