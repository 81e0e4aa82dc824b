import type { Api, JsonValue, MediaType, Operation, Parameter } from "@specmill/spec";
import type { CallArguments, Credential } from "../case/contract-case.ts";
import type { WireRequest } from "./exchange.ts";
import { placeCredential } from "./wire-credentials.ts";
import { ownMember, percentEncode } from "./wire-text.ts";
import { writeBody } from "./write-body.ts";
import { writeParameter } from "./write-parameter.ts";

/**
 * A call as the document says that it travels, written without the help of any client. Whatever has no value is left
 * out, as RFC 6570 has it; whatever the document does not know is written in the plainest way, for that is what a
 * request with a fault is made of.
 *
 * @returns the request, its target below the place where the API answers
 */
export function writeRequest(
  api: Api,
  operation: Operation,
  given: CallArguments,
  credentials: readonly Credential[],
): WireRequest {
  const placed = credentials.flatMap((credential) => placeCredential(api, credential) ?? []);
  const inPlace = (place: Parameter["in"]) => placed.filter((credential) => credential.in === place);
  const pairs = (place: "query" | "cookie", values: CallArguments["query"]) => [
    ...writePlace(operation, place, values).map(([, text]) => text),
    ...inPlace(place).map(({ name, value }) => `${percentEncode(name)}=${value}`),
  ];
  const query = pairs("query", given.query);
  const cookies = pairs("cookie", given.cookies);
  const accept = acceptedTypes(operation).join(", ");
  const body = given.body === undefined ? undefined : writeBody(findMediaType(operation, given), given.body);
  const headers = [
    ...(accept === "" ? [] : [["accept", accept] as const]),
    ...(body === undefined ? [] : [["content-type", body.contentType] as const]),
    ...writePlace(operation, "header", given.headers),
    ...(cookies.length === 0 ? [] : [["cookie", cookies.join("; ")] as const]),
    ...inPlace("header").map(({ name, value }) => [name, value] as const),
  ];
  const path = writePath(operation, given.path);
  return {
    method: operation.method.toUpperCase(),
    target: query.length === 0 ? path : `${path}${path.includes("?") ? "&" : "?"}${query.join("&")}`,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    ...(body !== undefined && { body: body.body }),
  };
}

/** Every media type that an operation documents for an answer. */
export function acceptedTypes({ responses }: Operation): readonly string[] {
  return [...new Set(responses.flatMap(({ content }) => content.map(({ type }) => type)))];
}

/** The path of a call, with nothing where a value is missing, and without a fragment, which no request carries. */
export function writePath({ path, parameters }: Operation, values: CallArguments["path"]): string {
  return path.replace(/#.*$/s, "").replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const known = parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
    return writeParameter(known ?? plain("path", name), ownMember(values, name)) ?? "";
  });
}

/** What the document says of the media type that a body is given in; a media type that it does not know as it is. */
export function findMediaType(
  { requestBody }: Operation,
  { contentType }: CallArguments,
): Pick<MediaType, "type" | "encoding" | "pointer" | "jsonSchema"> {
  const content = requestBody?.content ?? [];
  const known = contentType === undefined ? content[0] : content.find(({ type }) => type === contentType);
  return known ?? { type: contentType ?? "application/json", pointer: requestBody?.pointer ?? "" };
}

function writePlace(
  { parameters }: Operation,
  place: "query" | "header" | "cookie",
  values: Readonly<Record<string, JsonValue>> = {},
): readonly (readonly [name: string, text: string])[] {
  const known = parameters.filter((parameter) => parameter.in === place);
  const names = new Set(known.map(({ name }) => name));
  const unknown = Object.keys(values)
    .filter((name) => !names.has(name))
    .map((name) => plain(place, name));
  return [...known, ...unknown].flatMap((parameter) => {
    const text = writeParameter(parameter, ownMember(values, parameter.name));
    return text === undefined ? [] : [[parameter.name, text] as const];
  });
}

/** A parameter of which nothing is said (OpenAPI 3.1.1, section 4.8.12.2.2). */
function plain(place: Parameter["in"], name: string) {
  const isSimple = place === "path" || place === "header";
  return { name, in: place, style: isSimple ? "simple" : "form", explode: !isSimple } as const;
}
