import type { Direction } from "@specmill/oracle";
import type { JsonObject, Parameter } from "@specmill/spec";
import { isJsonObject, resolvePointer } from "@specmill/spec";
import type { Judge } from "./create-judge.ts";
import { decodeForm, decodePercent } from "./decode-text.ts";
import type { OperationRequest, RequestFault } from "./operation.ts";
import { duplicate, type RawPair, type Reading, readPairs, readSingle } from "./read-parameter.ts";
import { facetsOf, typesOf } from "./schema-facets.ts";

/** What is wrong with the parameters of a request, in their order in the document. */
export function checkParameters(
  parameters: readonly Parameter[],
  request: OperationRequest,
  document: JsonObject,
  judge: Judge,
): readonly RequestFault[] {
  const namesIn = (place: Parameter["in"]) =>
    new Set(parameters.flatMap((one) => (one.in === place ? [one.name] : [])));
  const places = {
    query: { pairs: request.query, taken: namesIn("query") },
    cookie: { pairs: readCookies(request.headers["cookie"]), taken: namesIn("cookie") },
  };
  const read = (parameter: Parameter): Reading => {
    const { in: place, name } = parameter;
    if (place === "path") {
      return readSingle(parameter, request.pathParameters.get(name) ?? "", document, decodePercent);
    }
    if (place === "header") {
      const text = request.headers[name.toLowerCase()];
      return text === undefined ? { kind: "absent" } : readHeader(parameter, text, request, document);
    }
    const { pairs, taken } = places[place];
    return readPairs(parameter, pairs, taken, document, decodeForm);
  };
  return parameters.flatMap((parameter) => checkReading(parameter, read(parameter), document, judge));
}

function readHeader(
  parameter: Parameter,
  text: string,
  { repeated }: OperationRequest,
  document: JsonObject,
): Reading {
  return repeated.includes(parameter.name.toLowerCase()) && !isList(parameter, document)
    ? duplicate
    : readSingle(parameter, text, document, (same) => same);
}

function checkReading(
  parameter: Parameter,
  reading: Reading,
  document: JsonObject,
  judge: Judge,
): readonly RequestFault[] {
  const { in: place, name, required } = parameter;
  const faultAt = (path: readonly string[], code: string, message: string): RequestFault => ({
    path: [place, name.toLowerCase(), ...path],
    code,
    message: `The ${place} parameter ${name} ${message}.`,
  });
  switch (reading.kind) {
    case "absent":
      return required ? [faultAt([], "required", "is required")] : [];
    case "malformed":
      return [faultAt([], reading.code, reading.message)];
    case "read":
      return allowsEmpty(reading, parameter, document)
        ? []
        : judgeReading(reading, parameter, judge).map(({ path, code, message }) =>
            faultAt(path, code, message),
          );
  }
}

/** What is wrong with the likeliest reading, where no reading is right. */
export function judgeReading(
  { values }: Extract<Reading, { kind: "read" }>,
  { schemaPointer }: Pick<Parameter, "schemaPointer">,
  judge: Judge,
  direction: Direction = "request",
): ReturnType<Judge> {
  if (schemaPointer === undefined) return [];
  const [first = [], ...others] = values.map((value) => judge(schemaPointer, direction, value));
  return others.some((findings) => findings.length === 0) ? [] : first;
}

/** The cookies of a request by their exact names (RFC 6265, section 4.2.1). */
export function readCookies(header: string | undefined): readonly RawPair[] {
  return (header ?? "").split(";").flatMap((part): RawPair[] => {
    const [name = "", ...value] = part.split("=");
    return name.trim() === "" || value.length === 0 ? [] : [[name.trim(), unquote(value.join("=").trim())]];
  });
}

function unquote(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1) : value;
}

function isList({ schema }: Parameter, document: JsonObject): boolean {
  const types = typesOf(facetsOf(document, schema));
  return types.size === 0 || types.has("array") || types.has("object");
}

function allowsEmpty(
  { values }: Extract<Reading, { kind: "read" }>,
  { pointer, in: place }: Parameter,
  document: JsonObject,
): boolean {
  if (place !== "query" || values[0] !== "") return false;
  const parameter = resolvePointer(document, pointer);
  return isJsonObject(parameter) && parameter["allowEmptyValue"] === true;
}
