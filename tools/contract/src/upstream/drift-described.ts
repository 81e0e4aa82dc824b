import type { Direction } from "@specmill/oracle";
import { type JsonValue, joinPointer } from "@specmill/spec";
import { typeOf } from "../obligation/schema-types.ts";
import type { DriftFinding } from "./drift.ts";
import type { DriftContext } from "./drift-context.ts";
import { isId } from "./drift-names.ts";
import { inferSchema } from "./infer-schema.ts";

/** A value of an exchange, and where the document says what it is to be. */
export interface Described {
  readonly context: DriftContext;
  readonly direction: Direction;
  readonly operation: string;
  /** Where its schema stands. */
  readonly pointer: string;
  readonly value: JsonValue;
  /** What it is, such as `The body`. */
  readonly name: string;
  /** Whether a value of this name may be kept nowhere. */
  readonly isSecret: (name: string) => boolean;
  /** Whether this is a credential, or another secret, that came back. */
  readonly isEcho: (text: string) => boolean;
  /** Is told of each property that occurs, by where it is described. */
  readonly onSeen: (pointer: string) => void;
}

/** A property that nobody has described; one that is named by an id is a member of a map. */
export function tellProperty(
  { context, direction, operation, name: whole }: Described,
  holder: string,
  { name, value, at }: { readonly name: string; readonly value: JsonValue; readonly at: string },
): DriftFinding {
  const pointer = isId(name)
    ? joinPointer(holder, "additionalProperties")
    : joinPointer(holder, "properties", name);
  return {
    kind: "undocumented-property",
    direction,
    operation,
    pointer,
    message: `${nameAt(whole, at === "" ? `/${name}` : joinPointer(at, name))} is not documented.`,
    observed: [typeOf(value)],
    edits: [{ pointer, value: inferSchema(value, context.oracle.version) }],
  };
}

/** A part of a value in words: `items[].name of the body`. */
export function nameAt(whole: string, at: string): string {
  if (at === "") return whole;
  const path = at
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((text, key) => {
      if (/^\d+$/.test(key)) return `${text}[]`;
      const shown = isId(key) ? "*" : key;
      return text === "" ? shown : `${text}.${shown}`;
    }, "");
  return `${path} of ${whole.charAt(0).toLowerCase()}${whole.slice(1)}`;
}
