import type { Oas3Visitor } from "@redocly/openapi-core";
import { isJsonObject, type JsonObject } from "../json.ts";
import { isRemote } from "../offline-resolver.ts";
import { visitEveryObject } from "./support/visit-every-object.ts";

/** A document says the same tomorrow and on every machine only if none of it is fetched. */
export function noRemoteRef(): Oas3Visitor {
  return visitEveryObject({
    enters: () => true,
    see(node, location, report) {
      for (const { path, target } of referencesOf(node)) {
        if (typeof target !== "string" || !isRemote(target)) continue;
        report({ message: `\`${target}\` is on another machine.`, location: location.child([...path]) });
      }
    },
  });
}

/** Whatever the engine would fetch on behalf of this object. */
function referencesOf({ $ref, externalValue, discriminator }: JsonObject) {
  const mapping =
    isJsonObject(discriminator) && isJsonObject(discriminator.mapping) ? discriminator.mapping : {};
  return [
    { path: ["$ref"], target: $ref },
    { path: ["externalValue"], target: externalValue },
    ...Object.entries(mapping).map(([name, target]) => ({
      path: ["discriminator", "mapping", name],
      target,
    })),
  ];
}
