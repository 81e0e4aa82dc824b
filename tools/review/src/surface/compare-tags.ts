import { type Api, joinPointer, type Operation } from "@specmill/spec";
import { compareToldProse } from "./compare-prose.ts";
import { type Difference, differ, listNames, type Place } from "./difference.ts";
import { matchItems } from "./match-items.ts";

/** The tags that a document lists (OpenAPI 3.1, section 4.8.22). */
export function compareTags(place: Place, base: Api, head: Api): readonly Difference[] {
  const { both, removed, added } = matchItems(base.tags ?? [], head.tags ?? [], ({ name }) => name);
  return [
    ...both.flatMap((pair) => compareToldProse(place, `the tag \`${pair.head.name}\``, pair.base, pair.head)),
    ...removed.map(({ name, pointer }) =>
      differ(place, {
        rule: "tag-changed",
        comparison: "narrower",
        message: `The tag \`${name}\` is gone.`,
        base: pointer,
      }),
    ),
    ...added.map(({ name, pointer }) =>
      differ(place, {
        rule: "tag-changed",
        comparison: "wider",
        message: `The tag \`${name}\` is new.`,
        head: pointer,
      }),
    ),
  ];
}

/** Under which tags an operation is listed: people find it there, and nobody calls it by them. */
export function compareOperationTags(place: Place, base: Operation, head: Operation): readonly Difference[] {
  const [before, after] = [base.tags ?? [], head.tags ?? []];
  const isSame = before.length === after.length && before.every((tag) => after.includes(tag));
  if (isSame) return [];
  return [
    differ(place, {
      rule: "tag-changed",
      comparison: "different",
      message: `Its tags are ${listNames(after)} now; they were ${listNames(before)}.`,
      base: joinPointer(base.pointer, "tags"),
      head: joinPointer(head.pointer, "tags"),
      before,
      after,
    }),
  ];
}
