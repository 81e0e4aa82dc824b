import type { Direction } from "@specmill/oracle";
import { isJsonObject, type JsonValue } from "@specmill/spec";
import type { Part } from "../change.ts";
import { allowsAll } from "../schema/annotation-keywords.ts";
import { type Difference, differ, type Exchange } from "./difference.ts";

/** A value that an operation sends or gets on one side: its schema, if it has one, and where. */
export interface Described {
  readonly schema?: JsonValue | undefined;
  /** Where the schema stands, or the object that could have one. */
  readonly pointer: string;
}

/** Which value of an operation it is. */
export type ValueName = Omit<Part, "operation" | "schemas" | "path">;

/**
 * What is to be compared of the schemas of one value. No schema allows everything, as an empty one does (JSON Schema
 * 2020-12, section 4.3.1).
 *
 * @param subject - the value in words, as they stand at the start of a sentence
 */
export function compareValueSchemas(
  exchange: Exchange,
  direction: Direction,
  subject: string,
  name: ValueName,
  base: Described,
  head: Described,
): readonly Difference[] {
  if (base.schema !== undefined && head.schema !== undefined) {
    const pair = exchange.schemas.compare(base.pointer, head.pointer, direction);
    const places = { base: base.pointer, head: head.pointer };
    const part = { operation: exchange.operation, ...name, schemas: places };
    return [{ kind: "schemas", root: { pair, part, isTyped: exchange.isTyped } }];
  }
  if (allowsEverything(base.schema) && allowsEverything(head.schema)) return [];
  const isNew = base.schema === undefined;
  return [
    differ(exchange, {
      rule: `${direction}-schema`,
      direction,
      comparison: isNew ? "narrower" : "wider",
      message: isNew ? `${subject} has a schema now.` : `${subject} has no schema any more.`,
      base: isNew ? undefined : base.pointer,
      head: isNew ? head.pointer : undefined,
    }),
  ];
}

function allowsEverything(schema: JsonValue | undefined): boolean {
  // OpenAPI 3.0 has bytes as a string of a format; 3.1 has no schema for them (section 4.8.14.4).
  if (!isJsonObject(schema) || schema["type"] !== "string" || schema["format"] !== "binary")
    return allowsAll(schema);
  const { type: _, format: __, ...rest } = schema;
  return allowsAll(rest);
}
