import { isJsonObject, type JsonValue, type MediaType, type Response, resolvePointer } from "@specmill/spec";
import { hasBody } from "../obligation/read-answer.ts";
import type { Note } from "../report/report.ts";
import { bodyKind } from "../wire/body-kind.ts";
import type { CaseContext, CaseList } from "./case-context.ts";
import type { CaseKind, ContractCase, Preference } from "./contract-case.ts";
import { isAskable } from "./is-askable.ts";
import { whyUnmakeable } from "./why-unmakeable.ts";

/** Every answer that the document shows: each status, media type and example, and what can be made up for them. */
export function listResponseCases(context: CaseContext): CaseList {
  const own = context.operation.parameters.find(
    ({ in: place, name }) => place === "header" && name.toLowerCase() === "prefer",
  );
  if (own !== undefined) {
    const message =
      "The header Prefer is the API's own here, so no answer but the usual one can be asked for.";
    return { cases: [], notes: [{ pointer: own.pointer, message }] };
  }
  const keys = context.operation.responses.map(({ status }) => status);
  const cases = context.operation.responses.flatMap((response) => {
    const code = representStatus(response.status, keys);
    if (code === undefined) return [];
    const content = hasBody(context.operation.method, String(code)) ? response.content.filter(isAskable) : [];
    if (content.length === 0 && response.content.every(isAskable))
      return [forced(context, response, { code }, "response", "response", "is answered")];
    return content.flatMap((mediaType) => listMediaType(context, response, code, mediaType));
  });
  return { cases, notes: context.operation.responses.flatMap((response) => listNotes(context, response)) };
}

function listNotes(
  { oracle, operation }: CaseContext,
  { status, pointer, content }: Response,
): readonly Note[] {
  if (operation.method === "head" || content.length === 0) return [];
  if (!hasBody(operation.method, status)) {
    return [{ pointer, message: `HTTP has no body for a ${status}, so the one described is not tried.` }];
  }
  return content.flatMap((mediaType) => {
    if (!isAskable(mediaType)) {
      const message = `${mediaType.type} is no media type that could be asked for, so it is not tried.`;
      return [{ pointer: mediaType.pointer, message }];
    }
    const reason = whyUnmakeable(oracle, mediaType);
    return reason === undefined
      ? []
      : [
          {
            pointer: mediaType.pointer,
            message: `No answer can be made up here, so none is judged: ${reason}.`,
          },
        ];
  });
}

function listMediaType(
  context: CaseContext,
  response: Response,
  code: number,
  mediaType: MediaType,
): readonly ContractCase[] {
  const { type } = mediaType;
  const base: Preference = { code, ...(type.includes("*") ? {} : { mediaType: type }) };
  const make = (prefer: Preference, kind: CaseKind, name: string, what: string, body?: JsonValue) =>
    forced(
      context,
      response,
      { ...base, ...prefer },
      kind,
      `${type}/${name}`,
      `${what} as ${type}`,
      mediaType,
      body,
    );
  const isMadeUp =
    mediaType.jsonSchema !== undefined &&
    bodyKind(mediaType) === "json" &&
    whyUnmakeable(context.oracle, mediaType) === undefined;
  return [
    make({}, "response", "response", "is answered"),
    ...mediaType.examples.map(({ name, value }) =>
      make(
        name === "example" ? {} : { example: name },
        "example",
        `example/${name}`,
        `answers its example ${name}`,
        value,
      ),
    ),
    ...(isMadeUp
      ? [
          ...Array.from({ length: countSeeds(context, mediaType) }, (_, seed) =>
            make({ dynamic: true, seed }, "dynamic", `dynamic/${seed}`, `is made up from seed ${seed}`),
          ),
          make({ minimal: true }, "minimal", "minimal", "has no more than it must have"),
        ]
      : []),
  ];
}

function forced(
  { operation, full, credentials }: CaseContext,
  { status, pointer }: Response,
  prefer: Preference,
  kind: CaseKind,
  name: string,
  what: string,
  mediaType?: MediaType,
  body?: JsonValue,
): ContractCase {
  return {
    id: `${operation.id}/${status}/${name}`,
    operation: operation.id,
    kind,
    title: `the ${status} of ${operation.id} ${what}`,
    pointer: mediaType?.pointer ?? pointer,
    given: { kind: "call", arguments: full, credentials, prefer },
    expect: {
      kind: "answered",
      response: status,
      ...(mediaType === undefined || mediaType.type.includes("*") ? {} : { mediaType: mediaType.type }),
      ...(body === undefined ? {} : { body }),
    },
  };
}

/**
 * A status that the document answers by this key and by no other.
 *
 * @returns undefined where the key names none that ends a call
 */
function representStatus(key: string, keys: readonly string[]): number | undefined {
  if (/^[2-5]\d\d$/.test(key)) return Number(key);
  const isOther = (code: number) => keys.includes(String(code));
  if (/^[2-5]XX$/.test(key)) {
    const first = Number(key.charAt(0)) * 100;
    return Array.from({ length: 100 }, (_, index) => first + index).find((code) => !isOther(code));
  }
  if (key !== "default") return undefined;
  const isRange = (code: number) => keys.includes(`${String(code).charAt(0)}XX`);
  return [500, 503, 400, 418, 200].find((code) => !isOther(code) && !isRange(code));
}

const seeds = { least: 12, most: 40 };

/** Made-up answers turn through their choices, so that as many seeds as the widest choice has show each. */
function countSeeds({ oracle }: CaseContext, { pointer }: MediaType): number {
  const widest = widestChoice(oracle.document, `${pointer}/schema`);
  return Math.min(seeds.most, Math.max(seeds.least, widest + 2));
}

function widestChoice(document: CaseContext["oracle"]["document"], start: string): number {
  const seen = new Set<JsonValue>();
  const pending: (JsonValue | undefined)[] = [resolvePointer(document, start)];
  let widest = 0;
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    if (!isJsonObject(next)) {
      pending.push(...next);
      continue;
    }
    for (const key of ["enum", "oneOf", "anyOf"]) {
      const list = next[key];
      if (Array.isArray(list)) widest = Math.max(widest, list.length);
    }
    if (typeof next["$ref"] === "string") pending.push(resolvePointer(document, next["$ref"]));
    pending.push(...Object.entries(next).flatMap(([key, member]) => (isData(key) ? [] : [member])));
  }
  return widest;
}

function isData(key: string): boolean {
  return key === "example" || key === "examples" || key === "enum" || key === "default" || key === "const";
}
