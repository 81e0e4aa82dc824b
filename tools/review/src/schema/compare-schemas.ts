import type { Direction } from "@specmill/oracle";
import { type LoadedDocument, resolvePointer } from "@specmill/spec";
import type { Change } from "../change.ts";
import { type Context, createPairComparer, type PairComparer } from "./compare-pairs.ts";
import type { Side } from "./difference.ts";
import { createSameness } from "./find-same.ts";
import { createFollower } from "./follow-place.ts";
import { hasXmlBodies } from "./has-xml-bodies.ts";
import { openEnvelope } from "./open-envelope.ts";
import { createSchemaReader } from "./read-schema.ts";
import type { Place } from "./shape.ts";

/** What differs between two schemas, and the pairs of schemas within them, which may lead back to the same pair. */
export interface SchemaPair {
  readonly base: string;
  readonly head: string;
  readonly direction: Direction;
  readonly changes: readonly SchemaChange[];
  /** `step` is the way from the pair's value to the inner one's: none for a branch, a name, or `*` for any member. */
  readonly inner: readonly { readonly step: readonly string[]; readonly pair: SchemaPair }[];
}

/** A change of a schema, wherever it is used. */
export type SchemaChange = Omit<Change, "operations" | "part">;

export interface SchemaComparer {
  /**
   * Compares the schemas at two JSON pointers into the bundled documents. The same schemas and direction give the same
   * pair, and a change is one object however many pairs it shows in.
   */
  compare(base: string, head: string, direction: Direction): SchemaPair;
}

/**
 * Compares schemas of two documents by what they mean. Each is brought into one form first: references followed,
 * `allOf` taken apart, OpenAPI 3.0 and 3.1 in the same words, defaults that are spelt out dropped. What is the same in
 * text with all that it refers to is not looked into.
 */
export function createSchemaComparer(base: LoadedDocument, head: LoadedDocument): SchemaComparer {
  let xml: boolean | undefined;
  const context: Context = {
    baseSide: createSide(base),
    headSide: createSide(head),
    isSame: createSameness(base.document, head.document, base.version === head.version),
    hasXml: () => {
      xml ??= hasXmlBodies(base.document) || hasXmlBodies(head.document);
      return xml;
    },
  };
  // What is compared only to see what it comes to, such as branches that may be the same, is no change by itself.
  const trials: PairComparer = createPairComparer(context, (inner, direction) => trials(inner, direction));
  const compare = createPairComparer(context, trials);
  return {
    compare: (basePointer, headPointer, direction) =>
      compare(
        {
          step: [],
          base: placesAt(base, basePointer),
          head: placesAt(head, headPointer),
        },
        direction,
      ),
  };
}

function placesAt({ document }: LoadedDocument, pointer: string): readonly Place[] {
  const schema = resolvePointer(document, pointer);
  return schema === undefined ? [] : [{ schema, pointer }];
}

function createSide({ document, version }: LoadedDocument): Side {
  const follower = createFollower(document, version);
  return { document, open: (place) => openEnvelope(place, follower), read: createSchemaReader(follower) };
}
