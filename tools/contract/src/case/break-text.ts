import type { JsonObject } from "@specmill/spec";
import { breakFormat } from "./break-format.ts";
import type { MakeWish, Wish } from "./break-wish.ts";

/** Texts of another length, pattern or format. */
export function breakText(schema: JsonObject, current: string, wish: MakeWish): readonly Wish[] {
  const { minLength, maxLength, pattern, format } = schema;
  const ranges: Wish[] = [];
  if (typeof minLength === "number" && minLength > 0) {
    const short = [...current].slice(0, minLength - 1).join("");
    ranges.push(
      wish("minLength", "a text that is one character too short", "minLength", [
        short,
        "a".repeat(minLength - 1),
      ]),
    );
  }
  if (typeof maxLength === "number" && maxLength < 100_000) {
    const missing = maxLength + 1 - [...current].length;
    const last = [...current].at(-1) ?? "a";
    const long = [
      current + last.repeat(Math.max(0, missing)),
      "a".repeat(maxLength + 1),
      "1".repeat(maxLength + 1),
    ];
    ranges.push(wish("maxLength", "a text that is one character too long", "maxLength", long));
  }
  return [
    ...ranges,
    ...(typeof pattern === "string"
      ? [wish("pattern", "a text of another pattern", "pattern", breakPattern(current))]
      : []),
    ...(typeof format === "string"
      ? [wish("format", `no ${format}`, "format", breakFormat(format, current))]
      : []),
  ];
}

/** Texts of about the same length, so that no bound is broken at once. */
function breakPattern(current: string): readonly string[] {
  const length = Math.max(1, current.length);
  const fills = ["!", "\u00DF", "a", "A", "0", " ", "_", "~"].map((fill) => fill.repeat(length));
  return [`${current.slice(0, -1)}!`, `!${current.slice(1)}`, `${current}!`, ...fills, "", `${current}\n`];
}
