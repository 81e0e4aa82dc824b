import type { MediaType, Operation, Response } from "@specmill/spec";

/** The response that a document has for a status: its own, that of its range, or the default (OpenAPI 3.1, section 4.8.16). */
export function matchResponse(
  { responses }: Pick<Operation, "responses">,
  status: number,
): Response | undefined {
  return [String(status), `${String(status).charAt(0)}XX`, "default"]
    .map((key) => responses.find((response) => response.status === key))
    .find((response) => response !== undefined);
}

/** The media type of a response that a `Content-Type` names; the most specific where ranges match too. */
export function matchMediaType(content: readonly MediaType[], contentType: string): MediaType | undefined {
  const given = essenceOf(contentType);
  const [type = ""] = given.split("/");
  return [given, `${type}/*`, "*/*"]
    .map((wanted) => content.find((mediaType) => essenceOf(mediaType.type) === wanted))
    .find((mediaType) => mediaType !== undefined);
}

function essenceOf(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}
