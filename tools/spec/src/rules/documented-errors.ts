import type { Oas3Visitor } from "@redocly/openapi-core";
import { isReason } from "./support/is-reason.ts";

const marker = "x-undocumented-errors";

/**
 * Every operation tells how it fails, or says at the place why its document cannot. It stands in for the engine's
 * `operation-4xx-response`, which can be turned off for a whole file only.
 */
export function documentedErrors(): Oas3Visitor {
  return {
    Paths: {
      Operation(operation, { report, location }) {
        const excuse: unknown = Object.entries(operation).find(([key]) => key === marker)?.[1];
        const isDocumented = Object.keys(operation.responses ?? {}).some((status) =>
          /^4(\d\d|XX)$/.test(status),
        );
        if (isDocumented && excuse !== undefined) {
          report({
            message: `\`${marker}\` stands beside a documented 4xx response.`,
            location: location.child(marker).key(),
          });
        } else if (!isDocumented && excuse === undefined) {
          report({
            message: "The operation documents no 4xx response.",
            location: location.child("responses").key(),
          });
        } else if (!isDocumented && !isReason(excuse)) {
          report({ message: `\`${marker}\` gives no reason.`, location: location.child(marker) });
        }
      },
    },
  };
}
