import { isDeepStrictEqual } from "node:util";
import type { Link, Response } from "@specmill/spec";
import type { Comparison } from "../change.ts";
import { compareToldProse } from "./compare-prose.ts";
import { type Difference, differ, type Exchange } from "./difference.ts";
import { matchItems } from "./match-items.ts";

/** What a response says may be called next (OpenAPI 3.1, section 4.8.20): a hint, of which nothing travels. */
export function compareLinks(exchange: Exchange, base: Response, head: Response): readonly Difference[] {
  const { both, removed, added } = matchItems(base.links ?? [], head.links ?? [], ({ name }) => name);
  const tell = (comparison: Comparison, message: string, before?: Link, after?: Link) =>
    differ(exchange, {
      rule: "link-changed",
      direction: exchange.response,
      comparison,
      wire: "note",
      message,
      base: before?.pointer,
      head: after?.pointer,
    });
  return [
    ...both.flatMap((pair) => [
      ...(isDeepStrictEqual(targetOf(pair.base), targetOf(pair.head))
        ? []
        : [tell("different", `The link \`${pair.head.name}\` leads elsewhere.`, pair.base, pair.head)]),
      ...compareToldProse(exchange, `the link \`${pair.head.name}\``, pair.base, pair.head),
    ]),
    ...removed.map((link) => tell("narrower", `The link \`${link.name}\` is gone.`, link)),
    ...added.map((link) => tell("wider", `The link \`${link.name}\` is new.`, undefined, link)),
  ];
}

function targetOf({ prose: _, pointer: __, ...target }: Link): Partial<Link> {
  return target;
}
