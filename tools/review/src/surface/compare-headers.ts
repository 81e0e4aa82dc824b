import type { Direction } from "@specmill/oracle";
import type { ResponseHeader } from "@specmill/spec";
import type { ReviewRule } from "../review-rule.ts";
import { compareToldProse } from "./compare-prose.ts";
import { compareRequired } from "./compare-required.ts";
import { compareSerialization } from "./compare-serialization.ts";
import { compareValueSchemas } from "./compare-value-schemas.ts";
import { compareGone, compareNew, type Difference, differ, type Exchange } from "./difference.ts";
import { matchItems } from "./match-items.ts";

/** What the headers are of. */
export interface HeaderOwner {
  readonly direction: Direction;
  readonly status?: string;
  /** As it stands in a sentence. */
  readonly subject: string;
  readonly rules: { readonly added: ReviewRule; readonly removed: ReviewRule; readonly required: ReviewRule };
}

export interface Headers {
  readonly pointer: string;
  readonly headers: readonly ResponseHeader[];
}

/** The headers of a response, or of a part of a form (OpenAPI 3.1, section 4.8.21). */
export function compareHeaders(
  exchange: Exchange,
  owner: HeaderOwner,
  base: Headers,
  head: Headers,
): readonly Difference[] {
  const { direction, subject, rules } = owner;
  const keyOf = ({ name }: ResponseHeader) => name.toLowerCase();
  const { both, removed, added } = matchItems(base.headers, head.headers, keyOf);
  return [
    ...both.flatMap((pair) => compareHeader(exchange, owner, pair.base, pair.head)),
    ...removed.map((header) =>
      differ(exchange, {
        rule: rules.removed,
        direction,
        comparison: compareGone(direction, header.required),
        wire: "breaking",
        message: `The header \`${header.name}\` is gone from the ${subject}.`,
        base: header.pointer,
      }),
    ),
    ...added.map((header) =>
      differ(exchange, {
        rule: rules.added,
        direction,
        ...compareNew(direction, header.required),
        message: `The header \`${header.name}\` is new in the ${subject}${header.required ? ", and required" : ""}.`,
        head: header.pointer,
      }),
    ),
  ];
}

function compareHeader(
  exchange: Exchange,
  { direction, status, subject: owner, rules }: HeaderOwner,
  base: ResponseHeader,
  head: ResponseHeader,
): readonly Difference[] {
  const subject = `The header \`${head.name}\` of the ${owner}`;
  const spelt =
    base.name === head.name
      ? []
      : [
          differ(exchange, {
            rule: "parameter-serialization",
            direction,
            comparison: "equal",
            source: "breaking",
            message: `The header \`${base.name}\` of the ${owner} is written \`${head.name}\` now.`,
            base: base.pointer,
            head: head.pointer,
            before: base.name,
            after: head.name,
          }),
        ];
  return [
    ...spelt,
    ...compareRequired(exchange, rules.required, direction, subject, base, head),
    ...compareSerialization(
      exchange,
      direction,
      subject,
      { ...base, explode: base.explode === true },
      { ...head, explode: head.explode === true },
    ),
    ...compareToldProse(exchange, `the header \`${head.name}\` of the ${owner}`, base, head),
    ...compareValueSchemas(
      exchange,
      direction,
      subject,
      { kind: "header", name: head.name, ...(status !== undefined && { status }) },
      { schema: base.schema, pointer: base.schemaPointer ?? base.pointer },
      { schema: head.schema, pointer: head.schemaPointer ?? head.pointer },
    ),
  ];
}
