import { isJsonObject, type JsonValue, joinPointer } from "@specmill/spec";
import { type BodyDescription, type Form, fieldTexts, isStyled, readForm } from "./read-body.ts";
import { findDuplicateName } from "./wire-json.ts";
import { explainMismatch } from "./wire-match.ts";
import { bodyFormat, coversType, essenceOf } from "./wire-media-type.ts";
import {
  findDifference,
  isList,
  isTextOf,
  isUndefined,
  ownMember,
  parseJson,
  toWireText,
} from "./wire-text.ts";
import { toFieldParameter } from "./write-body.ts";

/** Where a body differs from the one that was given. */
export interface BodyMismatch {
  /** The keys that lead to the part that differs; none for the whole. */
  readonly keys: readonly string[];
  /** In words that go after "The body". */
  readonly message: string;
}

/**
 * Every way in which a body is not the one that was given.
 *
 * @param body - as it was sent
 * @param header - its `Content-Type`
 */
export function explainBody(
  described: BodyDescription,
  given: JsonValue | undefined,
  body: string | undefined,
  header: string | undefined,
): readonly BodyMismatch[] {
  if (given === undefined)
    return body === undefined || body === "" ? [] : [whole("was not given, and was sent")];
  if (header === undefined) {
    const isNothing = body === undefined && given === "";
    return isNothing ? [] : [whole(body === undefined ? "was not sent" : "has no media type")];
  }
  const type = coversType(described.type, header)
    ? []
    : [whole(`is of ${essenceOf(described.type)}, and was sent as ${essenceOf(header)}`)];
  return [...type, ...explainContent(described, given, body ?? "")(header)];
}

function explainContent(described: BodyDescription, given: JsonValue, body: string) {
  return (header: string): readonly BodyMismatch[] => {
    switch (bodyFormat(described.type)) {
      case "json":
        return explainJson(given, body);
      case "form":
      case "multipart": {
        if (!isJsonObject(given)) return isTextOf(given, body) ? [] : [whole("is another")];
        const form = readForm(body, header);
        return form === undefined
          ? [whole("cannot be taken into its parts")]
          : explainForm(described, given, form);
      }
      case "text":
        // A range leaves open how the value is written.
        return isTextOf(given, body) || body === JSON.stringify(given) ? [] : [whole("is another")];
    }
  };
}

function explainJson(given: JsonValue, body: string): readonly BodyMismatch[] {
  const sent = parseJson(body);
  if (sent === undefined) return [whole(body === "" ? "was not sent" : "is no JSON")];
  const twice = findDuplicateName(body);
  const duplicate = twice === undefined ? [] : [whole(`names "${twice}" twice`)];
  const keys = findDifference(given, sent);
  return keys === undefined ? duplicate : [...duplicate, { keys, message: describe(keys, given, sent) }];
}

function describe(keys: readonly string[], given: JsonValue, sent: JsonValue): string {
  const place = keys.length === 0 ? "is another" : `differs at ${joinPointer("", ...keys)}`;
  return `${place}: given was ${show(pick(given, keys))}, sent was ${show(pick(sent, keys))}`;
}

function explainForm(
  described: BodyDescription,
  given: Readonly<Record<string, JsonValue>>,
  form: Form,
): readonly BodyMismatch[] {
  const isInStyle = (name: string) => isStyled(described, name) && form.pairs.length > 0;
  const members = Object.entries(given);
  const wrong = members.flatMap(([name, value]): readonly BodyMismatch[] => {
    const how = ownMember(described.encoding, name);
    const reason =
      how !== undefined && isInStyle(name)
        ? explainMismatch(toFieldParameter(name, how), value, {
            kind: "pairs",
            pairs: form.pairs,
            isMember: () => false,
          })
        : explainFields(value, fieldTexts(form, name));
    return reason === undefined ? [] : [{ keys: [name], message: `has a field ${name} that ${reason}` }];
  });
  const known = new Set(
    members.flatMap(([name, value]) => [
      name,
      ...(isInStyle(name) && isJsonObject(value)
        ? Object.keys(value).flatMap((key) => [key, `${name}[${key}]`])
        : []),
    ]),
  );
  const unknown = [...new Set(form.fields.map(({ name }) => name))].filter((name) => !known.has(name));
  return [
    ...wrong,
    ...unknown.map((name) => ({ keys: [name], message: `has a field ${name} that was not given` })),
  ];
}

function explainFields(given: JsonValue, texts: readonly string[]): string | undefined {
  if (isUndefined(given)) {
    const isNothing =
      texts.length === 0 || (isJsonObject(given) && texts.every((text) => isTextOf(given, text)));
    return isNothing ? undefined : "was not given, and was sent";
  }
  if (texts.length === 0) return "was not sent";
  const [only = ""] = texts;
  if (texts.length === 1 && isTextOf(given, only)) return undefined;
  const items = (isList(given) ? given : [given]).filter((item) => item !== null);
  const isSame =
    items.length === texts.length && items.every((item, index) => isTextOf(item, texts[index] ?? ""));
  return isSame ? undefined : "is another";
}

function pick(value: JsonValue, keys: readonly string[]): JsonValue | undefined {
  return keys.reduce<JsonValue | undefined>((part, key) => {
    if (isList(part)) return part[Number(key)];
    return isJsonObject(part) ? ownMember(part, key) : undefined;
  }, value);
}

/** A value as a message shows it: no more of it than a reader takes in. */
export function show(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? JSON.stringify(value) : toWireText(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function whole(message: string): BodyMismatch {
  return { keys: [], message };
}
