import { getLineColLocation, Source } from "@redocly/openapi-core";
import type { LoadedDocument } from "./load-document.ts";
import type { Problem } from "./problem.ts";
import { displayPath } from "./redocly-problem.ts";

/**
 * A problem at the place that a JSON pointer names.
 *
 * @param pointer - such as `#/paths/~1profiles/patch`; where it leads into another file of the bundle, the place is
 *   that of the nearest ancestor in the root file
 */
export function problemAt(
  { file, text }: Pick<LoadedDocument, "file" | "text">,
  pointer: string,
  fault: Pick<Problem, "rule" | "severity" | "message" | "hint">,
): Problem {
  const { start } = getLineColLocation({ source: new Source(file, text), pointer, reportOnKey: true });
  return { ...fault, file: displayPath(file), line: start.line, column: start.col };
}
