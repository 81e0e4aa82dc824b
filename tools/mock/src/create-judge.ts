import type { Direction } from "@specmill/oracle";
import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { mapPart } from "./map-document.ts";
import { flavourSchema } from "./split-directions.ts";

/** One way in which a value breaks its schema. */
export interface Finding {
  /** The way to the part of the value, empty for all of it. */
  readonly path: readonly string[];
  /** The keyword that is broken. */
  readonly code: string;
  readonly message: string;
}

/** A schema that no value can be judged by. */
export class UncompilableSchemaError extends Error {
  override name = "UncompilableSchemaError" as const;
  readonly pointer: string;

  constructor(pointer: string, options: ErrorOptions) {
    super(`The schema at ${pointer} does not compile.`, options);
    this.pointer = pointer;
  }
}

/**
 * Judges a value by the schema at a pointer.
 *
 * @throws UncompilableSchemaError where the schema does not compile
 */
export type Judge = (pointer: string, direction: Direction, value: unknown) => readonly Finding[];

/**
 * Makes the judge of a normalised document. It compiles what it is asked for and goes with the document: the
 * validators of Prism's own are there once for the process and keep every schema that they have ever seen.
 */
export function createJudge(document: JsonObject): Judge {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    // A schema is compiled once, and not again wherever it is referred to.
    inlineRefs: false,
    formats: fullFormats,
    // Every object has a `constructor`, which is none of its properties.
    ownProperties: true,
    logger: false,
  });
  const ids = new Map<string, string>();
  const validators = new Map<string, ValidateFunction>();

  const register = (pointer: string, direction: Direction): string => {
    const key = `${direction} ${pointer}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `schema:${ids.size}`;
    ids.set(key, id);
    const schema = resolvePointer(document, pointer);
    if (isJsonObject(schema)) {
      const flavoured = flavourSchema(schema, direction, document);
      ajv.addSchema(
        addressReferences(flavoured, (reference) => register(reference, direction)),
        id,
      );
    } else if (typeof schema === "boolean") ajv.addSchema(schema ? {} : { not: {} }, id);
    return id;
  };
  const validatorOf = (pointer: string, direction: Direction): ValidateFunction => {
    const id = register(pointer, direction);
    try {
      const validate = validators.get(id) ?? ajv.getSchema(id);
      if (validate === undefined) throw new Error("There is no schema at this place.");
      validators.set(id, validate);
      return validate;
    } catch (error) {
      throw new UncompilableSchemaError(pointer, { cause: error });
    }
  };
  return (pointer, direction, value) => {
    const validate = validatorOf(pointer, direction);
    return validate(value) ? [] : (validate.errors ?? []).map(toFinding);
  };
}

/**
 * The same schema with its references as ids; without what would give it an address of its own, and without `nullable`,
 * which JSON Schema does not know and Ajv heeds all the same.
 */
function addressReferences(schema: JsonObject, idOf: (reference: string) => string): JsonObject {
  return mapPart(schema, "schema", "#", {
    schema: ({ $id: _id, $anchor: _anchor, $schema: _dialect, id: _old, nullable: _word, ...part }) => {
      const { $ref: reference } = part;
      return typeof reference === "string" ? { ...part, $ref: idOf(reference) } : part;
    },
  });
}

function toFinding({ instancePath, keyword, message = "", params }: ErrorObject): Finding {
  const path = instancePath
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return { path, code: keyword, message: `${message}${namedBy(params)}` };
}

/** What a message of Ajv's leaves out: which values are allowed, which property is not. */
function namedBy(params: Readonly<Record<string, JsonValue | undefined>>): string {
  const { allowedValues, allowedValue, additionalProperty, unevaluatedProperty } = params;
  const named = allowedValues ?? allowedValue ?? additionalProperty ?? unevaluatedProperty;
  return named === undefined ? "" : `: ${JSON.stringify(named)}`;
}
