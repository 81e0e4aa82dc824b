import { mergeHeaders } from "openapi-fetch";
import { pickValue } from "./build-url.ts";
import type { HeaderValues } from "./client-options.ts";
import type { Arguments, Operation } from "./operation.ts";
import type { Credentials } from "./select-credentials.ts";
import { serializeParameter } from "./serialize-parameter.ts";

/**
 * The headers of a call. A call's own win over the client's, those over the document's, and credentials over all.
 *
 * @throws TypeError when a value cannot stand in a header; the message never shows a credential
 */
export function buildHeaders(
  { parameters = [], responses }: Operation,
  given: Arguments,
  mediaType: string | undefined,
  credentials: Credentials,
  client: HeaderValues | undefined,
  call: HeaderValues | undefined,
): Headers {
  const accept = [...new Set(Object.values(responses).flat())].join(", ");
  const serialize = (
    place: "header" | "cookie",
    values: object | undefined,
    encode: (text: string) => string,
  ) =>
    parameters
      .filter((parameter) => parameter.in === place && pickValue(values, parameter.name) !== undefined)
      .map((parameter) => [
        parameter.name,
        serializeParameter(parameter, pickValue(values, parameter.name), encode),
      ]);
  const cookies = serialize("cookie", given.cookies, encodeURIComponent).map(([, pair]) => pair);
  const cookie = [...credentials.cookies, ...cookies].join("; ");
  try {
    return mergeHeaders(
      {
        ...(accept && { accept }),
        ...(cookie && { cookie }),
        ...(mediaType && { "content-type": mediaType }),
      },
      Object.fromEntries(serialize("header", given.headers, String)),
      client,
      call,
      Object.fromEntries(credentials.headers),
    );
  } catch {
    // The platform's own message would show the value.
    throw new TypeError("a header or a credential holds a character that no header can carry");
  }
}
