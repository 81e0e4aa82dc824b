import type { Oas3Visitor } from "@redocly/openapi-core";
import { isJsonObject } from "../json.ts";
import { isReason } from "./support/is-reason.ts";
import { visitEveryObject } from "./support/visit-every-object.ts";

/** Fields whose value is data, of which an annotation can be no part. */
const data = new Set(["example", "value", "default", "const", "enum"]);

/** What the source of an API does not say carries the reason why its document says it. */
export function inferredReason(): Oas3Visitor {
  return visitEveryObject({
    // In a schema `examples` is a list of data, elsewhere a map of objects that may be annotated.
    enters: (key, value) => !data.has(key) && !(key === "examples" && Array.isArray(value)),
    see(node, location, report, isMap) {
      const reason = node["x-inferred"];
      const isName = isMap && isJsonObject(reason);
      if (reason === undefined || isName || isReason(reason)) return;
      report({ message: "`x-inferred` gives no reason.", location: location.child("x-inferred") });
    },
  });
}
