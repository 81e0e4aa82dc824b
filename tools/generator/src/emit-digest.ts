import { createHash } from "node:crypto";
import { emitHeader } from "./emit-header.ts";
import { toStringLiteral } from "./literals.ts";
import type { PackageSettings } from "./package-settings.ts";

/**
 * `src/digest.ts`: what tells one state of the document from another, for logs and for those who compare a client with
 * a server.
 *
 * @param document - the text of the package's `openapi.json`
 */
export function emitDigest(document: string, settings: PackageSettings): string {
  const digest = createHash("sha256").update(document).digest("hex");
  return [
    emitHeader(settings),
    "/** The SHA-256 of the package's `openapi.json`, in hexadecimal. */\n",
    `export const specDigest: string = ${toStringLiteral(digest)};\n`,
  ].join("");
}
