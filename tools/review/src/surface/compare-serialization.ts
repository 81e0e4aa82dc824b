import type { Direction } from "@specmill/oracle";
import { followReference, isJsonObject, type JsonObject, type Parameter } from "@specmill/spec";
import { type Difference, differ, type Exchange } from "./difference.ts";
import { normalizeMediaType } from "./match-media-types.ts";

/** How the value of a parameter or a header is written. */
export type Serialized = Pick<Parameter, "pointer" | "explode" | "mediaType" | "schema"> &
  Partial<Pick<Parameter, "in" | "style" | "allowReserved" | "allowEmptyValue">>;

/**
 * How a value is written (OpenAPI 3.1, section 4.8.12.3). Whether it is exploded makes no difference to what is neither
 * a list nor an object, nor do reserved characters outside a query.
 */
export function compareSerialization(
  exchange: Exchange,
  direction: Direction,
  subject: string,
  base: Serialized,
  head: Serialized,
): readonly Difference[] {
  const { documents } = exchange;
  const isCompound = mayBeCompound(documents.base, base) || mayBeCompound(documents.head, head);
  const [before, after] = [describe(base, isCompound), describe(head, isCompound)];
  const places = { direction, base: base.pointer, head: head.pointer, source: "note" } as const;
  const written =
    before === after
      ? []
      : [
          differ(exchange, {
            ...places,
            rule: "parameter-serialization",
            comparison: "different",
            message: `${subject} is written with ${after} now; it was with ${before}.`,
            before,
            after,
          }),
        ];
  return [
    ...written,
    ...(["allowReserved", "allowEmptyValue"] as const).flatMap((member) => {
      const isSaid = (side: Serialized) =>
        side.in === "query" && side.mediaType === undefined && side[member] === true;
      if (isSaid(base) === isSaid(head)) return [];
      const thing = member === "allowReserved" ? "reserved characters as they are" : "an empty value";
      return [
        differ(exchange, {
          ...places,
          rule: "parameter-serialization",
          comparison: isSaid(head) ? "wider" : "narrower",
          message: `${subject} ${isSaid(head) ? "may hold" : "may no longer hold"} ${thing}.`,
          before: isSaid(base),
          after: isSaid(head),
        }),
      ];
    }),
  ];
}

function describe({ mediaType, style, explode }: Serialized, isCompound: boolean): string {
  if (mediaType !== undefined) return `\`${normalizeMediaType(mediaType)}\``;
  return (
    [...(style ? [`\`style: ${style}\``] : []), ...(isCompound ? [`\`explode: ${explode}\``] : [])].join(
      ", ",
    ) || "a plain style"
  );
}

/** Whether a value can be a list or an object; so it can where the schema is too rich to tell at a glance. */
function mayBeCompound(document: JsonObject, { schema }: Serialized): boolean {
  const { type, enum: values, const: value } = followReference(document, schema);
  if (type !== undefined) return [type].flat().some((one) => one === "array" || one === "object");
  const listed = value === undefined ? values : [value];
  return !(Array.isArray(listed) && listed.every((one) => !Array.isArray(one) && !isJsonObject(one)));
}
