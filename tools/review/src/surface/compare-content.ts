import type { Direction } from "@specmill/oracle";
import { joinPointer, type MediaType } from "@specmill/spec";
import type { Impact } from "../change.ts";
import { compareEncodings } from "./compare-encodings.ts";
import { compareToldProse } from "./compare-prose.ts";
import { compareValueSchemas } from "./compare-value-schemas.ts";
import { type Difference, differ, type Exchange } from "./difference.ts";
import { coversMediaType, matchMediaTypes } from "./match-media-types.ts";

/** A body of an operation. */
export interface Body {
  readonly message: "request" | "response";
  readonly direction: Direction;
  /** Of the response that it is of. */
  readonly status?: string;
  /** As it stands in a sentence. */
  readonly subject: string;
}

/** What of a body is given as what (OpenAPI 3.1, section 4.8.14). */
export interface Content {
  readonly pointer: string;
  readonly content: readonly MediaType[];
}

/** The media types of a body and what is in each. */
export function compareContent(
  exchange: Exchange,
  body: Body,
  base: Content,
  head: Content,
): readonly Difference[] {
  const { both, general, special, removed, added } = matchMediaTypes(base.content, head.content);
  const { message, direction, subject } = body;
  return [
    ...[...both, ...general, ...special].flatMap((pair) =>
      compareMediaType(exchange, body, pair.base, pair.head),
    ),
    ...both.flatMap((pair) => [
      ...compareSpelling(exchange, body, pair.base, pair.head, head.content.length),
      ...compareToldProse(exchange, `${subject} as \`${pair.head.type}\``, pair.base, pair.head),
    ]),
    ...removed.map((mediaType) =>
      differ(exchange, {
        rule: `${message}-media-type-removed`,
        direction,
        comparison: "narrower",
        wire: removalImpact(body, mediaType, head.content),
        message: `\`${mediaType.type}\` is gone from ${subject}.`,
        base: mediaType.pointer,
      }),
    ),
    ...added.map((mediaType) =>
      differ(exchange, {
        rule: `${message}-media-type-added`,
        direction,
        comparison: "wider",
        // Who is called has no say in what comes; who calls asks for what it knows.
        wire: direction === "response" && message === "request" ? "breaking" : "compatible",
        message: `\`${mediaType.type}\` is new in ${subject}.`,
        head: mediaType.pointer,
      }),
    ),
  ];
}

function removalImpact({ message, direction }: Body, gone: MediaType, left: readonly MediaType[]): Impact {
  if (direction === "request") return "breaking";
  if (message === "request") return left.length > 0 ? "compatible" : "breaking";
  return left.some(({ type }) => coversMediaType(gone.type, type)) ? "compatible" : "breaking";
}

/** A name of a media type in other letters, which is one type to HTTP and another literal to a compiler. */
function compareSpelling(
  exchange: Exchange,
  { message, direction, subject }: Body,
  base: MediaType,
  head: MediaType,
  count: number,
): readonly Difference[] {
  if (base.type === head.type || message === "response" || count === 1) return [];
  return [
    differ(exchange, {
      rule: "request-media-type-removed",
      direction,
      comparison: "equal",
      source: "breaking",
      message: `\`${base.type}\` is written \`${head.type}\` now in ${subject}.`,
      base: base.pointer,
      head: head.pointer,
      before: base.type,
      after: head.type,
    }),
  ];
}

/** What is in a body of one media type, or of one that a range covers. */
export function compareMediaType(
  exchange: Exchange,
  body: Body,
  base: MediaType,
  head: MediaType,
): readonly Difference[] {
  const { direction, status, subject } = body;
  const places = [base, head].map(({ jsonSchema, pointer }) => ({
    schema: jsonSchema,
    pointer: jsonSchema === undefined ? pointer : joinPointer(pointer, "schema"),
  }));
  const [before = { pointer: base.pointer }, after = { pointer: head.pointer }] = places;
  return [
    ...compareEncodings(exchange, body, base, head),
    ...compareValueSchemas(
      exchange,
      direction,
      `${subject.replace(/^t/, "T")} as \`${head.type}\``,
      { kind: "body", name: head.type, ...(status !== undefined && { status }) },
      before,
      after,
    ),
  ];
}
