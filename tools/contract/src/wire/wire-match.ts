import { isJsonObject, type JsonValue } from "@specmill/spec";
import { bodyFormat } from "./wire-media-type.ts";
import {
  isList,
  isSameJson,
  isTextOf,
  isUndefined,
  ownMember,
  parseJson,
  percentDecode,
  toWireText,
} from "./wire-text.ts";
import { readStyle, type WireShape, type WireSource, type WireValue } from "./wire-value.ts";
import { type WireParameter, writeParameter } from "./write-parameter.ts";

/**
 * What is wrong with a value as it was sent, in words that go after the name of its place; undefined where it is the
 * one that was given. The value is looked for in the shape that it was given in, so that no schema has to tell what
 * the wire does not; nothing, null and a list without items are the same.
 */
export function explainMismatch(
  parameter: WireParameter,
  given: JsonValue | undefined,
  source: WireSource,
): string | undefined {
  if (parameter.mediaType !== undefined) return explainContent(parameter, given, source);
  const wire = readStyle(parameter, narrow(source, given), shapeOf(given));
  if (isUndefined(given)) {
    const isEmpty = wire === undefined || (given !== null && toText(wire) === "");
    return isEmpty ? undefined : "was not given, and was sent";
  }
  if (wire === undefined) return "was not sent";
  if (isMatch(given, wire) || isDelimiterWithin(parameter, given, wire, source)) return undefined;
  return wire.kind === "broken" ? wire.reason : "is another";
}

/** A value's text as it stands on the wire, for those who are told of it. */
export function showSent(parameter: WireParameter, given: JsonValue | undefined, source: WireSource): string {
  const wire = readStyle(parameter, narrow(source, given), shapeOf(given));
  return wire === undefined || wire.kind === "broken" ? "nothing of its style" : toText(wire);
}

function shapeOf(given: JsonValue | undefined): WireShape {
  if (isList(given)) return "list";
  return isJsonObject(given) ? "object" : "text";
}

/** Only the members that were given can be those of an exploded object: whatever else there is belongs to others. */
function narrow(source: WireSource, given: JsonValue | undefined): WireSource {
  if (source.kind === "text") return source;
  const isMember = (name: string) => isJsonObject(given) && Object.hasOwn(given, name);
  return { ...source, isMember };
}

function explainContent(
  parameter: WireParameter,
  given: JsonValue | undefined,
  source: WireSource,
): string | undefined {
  const wire = readStyle(parameter, source, "text");
  if (given === undefined) return wire === undefined ? undefined : "was not given, and was sent";
  if (wire === undefined) return given === null ? undefined : "was not sent";
  if (wire.kind !== "text") return "stands there more than once";
  if (bodyFormat(parameter.mediaType ?? "") !== "json")
    return isTextOf(given, wire.text) ? undefined : "is another";
  const read = parseJson(wire.text);
  if (read === undefined) return "is no JSON";
  return isSameJson(given, read) ? undefined : "is another";
}

function isMatch(given: JsonValue, wire: WireValue): boolean {
  if (isList(given)) {
    const items = given.filter((item) => item !== null);
    return (
      wire.kind === "list" &&
      wire.items.length === items.length &&
      items.every((item, index) => isSent(item, wire.items[index]))
    );
  }
  if (isJsonObject(given)) {
    if (wire.kind !== "object") return false;
    const members = Object.entries(given).filter(([, member]) => member !== null);
    const sent = Object.fromEntries(wire.members);
    return (
      wire.members.length === members.length &&
      members.every(([name, member]) => isSent(member, ownMember(sent, name)))
    );
  }
  return wire.kind === "text" && isSent(given, wire.text);
}

function isSent(given: JsonValue, text: string | undefined): boolean {
  if (text === undefined) return false;
  // A header loses the blanks around it on the way.
  return isTextOf(given, text) || (typeof given === "string" && given.trim() === text);
}

/** Where an item holds the delimiter of its style, no reader can tell how many there were: the whole has to do. */
function isDelimiterWithin(
  parameter: WireParameter,
  given: JsonValue,
  wire: WireValue,
  source: WireSource,
): boolean {
  const delimiter = delimiterWithin(parameter);
  const flat = flatten(given);
  if (delimiter === undefined || !flat.some((text) => text.includes(delimiter))) return false;
  if (source.kind === "text") {
    return percentDecode(source.text ?? "") === percentDecode(writeParameter(parameter, given) ?? "");
  }
  const sent = wire.kind === "object" ? wire.members.flat() : wire.kind === "list" ? wire.items : [];
  return flat.join(delimiter) === sent.join(delimiter);
}

/** The delimiter that percent-encoding does not keep apart from what an item holds. */
function delimiterWithin({ style, explode, in: place, allowReserved }: WireParameter): string | undefined {
  if (style === "label" && explode) return ".";
  if (style === "spaceDelimited" && !explode) return " ";
  if (style === "pipeDelimited" && !explode) return "|";
  return place === "header" || allowReserved === true ? "," : undefined;
}

function flatten(given: JsonValue): readonly string[] {
  if (isList(given)) return given.filter((item) => item !== null).map(toWireText);
  if (!isJsonObject(given)) return [];
  return Object.entries(given).flatMap(([name, member]) =>
    member === null ? [] : [name, toWireText(member)],
  );
}

function toText(wire: WireValue): string {
  switch (wire.kind) {
    case "text":
      return wire.text;
    case "list":
      return wire.items.join(",");
    case "object":
      return wire.members.map((member) => member.join("=")).join(",");
    case "broken":
      return wire.reason;
  }
}
