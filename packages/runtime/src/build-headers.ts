import { mergeHeaders } from "openapi-fetch";
import type { HeaderValues } from "./client-options.ts";
import type { Arguments, Operation } from "./operation.ts";
import type { Credentials } from "./select-credentials.ts";
import { serializePlace } from "./serialize-place.ts";

/**
 * The headers of a call. A call's own win over the client's, those over the document's, and credentials over all.
 *
 * @throws TypeError when a value nests too deep or cannot stand in a header; the message never shows a credential
 */
export function buildHeaders(
  operation: Operation,
  given: Arguments,
  mediaType: string | undefined,
  credentials: Credentials,
  client: HeaderValues | undefined,
  call: HeaderValues | undefined,
): Headers {
  const { accept } = operation;
  const documented = Object.fromEntries(serializePlace(operation, "header", given.headers));
  const cookies = serializePlace(operation, "cookie", given.cookies)
    .map(([, pair]) => pair)
    .join("; ");
  try {
    const headers = mergeHeaders(
      {
        ...(accept && { accept }),
        ...(cookies && { cookie: cookies }),
        ...(mediaType && { "content-type": mediaType }),
      },
      documented,
      client,
      call,
      Object.fromEntries(credentials.header),
    );
    const cookie = [...credentials.cookie, headers.get("cookie")].filter(Boolean).join("; ");
    if (cookie) headers.set("cookie", cookie);
    return headers;
  } catch {
    // The platform's own message would show the value.
    throw new TypeError("a header holds a character that none can carry");
  }
}
