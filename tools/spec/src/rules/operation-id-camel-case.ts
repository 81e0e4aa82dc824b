import type { Oas3Visitor } from "@redocly/openapi-core";

/** The operationId becomes the name of a client method, so it must be one already. */
export function operationIdCamelCase(): Oas3Visitor {
  return {
    Operation({ operationId }, { report, location }) {
      if (typeof operationId !== "string" || /^[a-z][A-Za-z0-9]*$/.test(operationId)) return;
      report({
        message: `The operationId \`${operationId}\` is not camelCase.`,
        location: location.child("operationId"),
      });
    },
  };
}
