import type { JsonValue } from "@specmill/spec";
import type { Atom } from "./list-atoms.ts";

/** A schema, and where it stands in its document. */
export interface Place {
  readonly schema: JsonValue;
  readonly pointer: string;
}

/** What a keyword says, with the pointer of the keyword that says it. */
export interface Said<T> {
  readonly value: T;
  readonly pointer: string;
}

export type LimitKeyword =
  | "minLength"
  | "maxLength"
  | "minimum"
  | "maximum"
  | "minItems"
  | "maxItems"
  | "minProperties"
  | "maxProperties";

export interface Limit {
  readonly value: number;
  /** Whether the value itself is out. */
  readonly isExclusive: boolean;
}

/** What one schema says of the properties of an object; another one beside it says its own. */
export interface ObjectRule {
  readonly properties: ReadonlyMap<string, Place>;
  readonly patterns: ReadonlyMap<string, Place>;
  /** Names and patterns that `rest` is not about. */
  readonly coveredNames: ReadonlySet<string>;
  readonly coveredPatterns: readonly string[];
  /** The schema of all other properties. */
  readonly rest: Place | undefined;
}

/** What one schema says of the items of an array. */
export interface ArrayRule {
  readonly prefix: readonly Place[];
  /** How many items at the start `rest` is not about. */
  readonly covered: number;
  readonly rest: Place | undefined;
}

export interface Branch {
  readonly place: Place;
  /** Where the branch stands in its list; `place` may be what it refers to. */
  readonly at: string;
  /** The values of the discriminator that lead to it. */
  readonly names: readonly string[];
}

/** `oneOf` or `anyOf` of two branches or more, null apart. */
export interface Group {
  readonly keyword: "oneOf" | "anyOf";
  readonly pointer: string;
  readonly branches: readonly Branch[];
  /** Where it says that null is allowed as well. */
  readonly nullPlace: string | undefined;
  /** The property that decides on the branch. */
  readonly discriminator: Said<string> | undefined;
}

export interface Condition {
  readonly test: Place;
  /** `then` */
  readonly accepted: Place | undefined;
  /** `else` */
  readonly refused: Place | undefined;
}

export interface Contains {
  readonly place: Place;
  readonly min: number;
  readonly max: number | undefined;
  /** Of the schema around it. */
  readonly pointer: string;
}

/** All that one or more schemas say together of a value, with what is composed taken apart. */
export interface Draft {
  /** Every schema that says something, the outermost first. */
  readonly places: readonly Place[];
  /** Where it says that nothing is allowed. */
  readonly never: string | undefined;
  readonly types: Said<ReadonlySet<Atom>> | undefined;
  /** Where it says that null is allowed, if not by `type`. */
  readonly nullPlace: string | undefined;
  readonly values: Said<readonly JsonValue[]> | undefined;
  readonly limits: ReadonlyMap<LimitKeyword, Said<Limit>>;
  readonly factors: readonly Said<number>[];
  readonly patterns: readonly Said<string>[];
  readonly formats: readonly Said<string>[];
  readonly encodings: readonly Said<string>[];
  readonly mediaTypes: readonly Said<string>[];
  readonly unique: string | undefined;
  /** With the pointer of the `required` that names it. */
  readonly required: ReadonlyMap<string, string>;
  readonly objects: readonly ObjectRule[];
  readonly arrays: readonly ArrayRule[];
  readonly groups: readonly Group[];
  readonly nots: readonly Place[];
  readonly conditions: readonly Condition[];
  readonly contains: readonly Contains[];
  readonly propertyNames: readonly Place[];
  readonly dependentRequired: ReadonlyMap<string, Said<readonly string[]>>;
  readonly dependentSchemas: ReadonlyMap<string, readonly Place[]>;
  readonly contentSchemas: readonly Place[];
  /** Where what is evaluated depends on the value. */
  readonly unevaluatedProperties: readonly Place[];
  readonly unevaluatedItems: readonly Place[];
  readonly fallback: Said<JsonValue> | undefined;
  readonly extensible: Said<JsonValue> | undefined;
  readonly hint: Said<JsonValue> | undefined;
  readonly xml: Said<JsonValue> | undefined;
}

/** A draft with nothing left to merge. */
export interface Shape extends Draft {
  readonly properties: ReadonlyMap<string, readonly Place[]>;
  readonly patternProperties: ReadonlyMap<string, readonly Place[]>;
  /** The schemas of all other properties; `closed` where there may be none. */
  readonly rest: readonly Place[];
  /** The keyword that allows no other property. */
  readonly closed: string | undefined;
  readonly prefix: readonly (readonly Place[])[];
  readonly items: readonly Place[];
}
