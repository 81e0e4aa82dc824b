import type { JsonValue } from "@specmill/spec";

const longest = 60;

/** A JSON value as it stands in a sentence, cut where it is long. */
export function sayValue(value: JsonValue): string {
  const text = JSON.stringify(value).replaceAll("`", "'");
  return `\`${text.length > longest ? `${text.slice(0, longest - 1)}…` : text}\``;
}

/** Some values of a list: "`"a"`, `"b"` or `"c"`". */
export function sayValues(values: readonly JsonValue[], word: "or" | "and"): string {
  return sayList(values.map(sayValue), word);
}

/** Some texts as a list: "a, b or c"; of many the first few. */
export function sayList(texts: readonly string[], word: "or" | "and"): string {
  const shown = texts.length > 6 ? [...texts.slice(0, 5), `${texts.length - 5} more`] : texts;
  const last = shown.at(-1) ?? "nothing";
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} ${word} ${last}`;
}
