import type { JsonObject, JsonValue } from "@specmill/spec";

/** Whether a value travels to the server or from it: `readOnly` and `writeOnly` make the two differ. */
export type Direction = "request" | "response";

/** One way in which a value breaks a schema. */
export interface Fault {
  /** The keyword that is broken, as a JSON pointer into the document: `#/components/schemas/A/properties/b/maxLength`. */
  readonly pointer: string;
  /** Such as `maxLength`. */
  readonly keyword: string;
  /** Which part of the value, as a JSON pointer into it; empty for all of it. */
  readonly at: string;
  readonly message: string;
}

/** Says of any value whether a document allows it. Made by `createOracle`. */
export interface Oracle {
  /** The bundled document, as it was given. */
  readonly document: JsonObject;
  readonly version: "3.0" | "3.1";
  /**
   * What is wrong with a value; nothing where the document allows it.
   *
   * @param pointer - where the schema stands in the document; it may be a `$ref`
   * @throws Error where the schema does not compile: ask `explain` first
   */
  readonly judge: (pointer: string, direction: Direction, value: JsonValue) => readonly Fault[];
  /** Whether the document allows the value: `judge`, faster. */
  readonly allows: (pointer: string, direction: Direction, value: JsonValue) => boolean;
  /** Why nothing can be judged by a schema; undefined where it compiles. */
  readonly explain: (pointer: string, direction: Direction) => string | undefined;
}
