import {
  type Api,
  followPointer,
  type JsonObject,
  type JsonValue,
  joinPointer,
  type SecurityScheme,
} from "@specmill/spec";
import type { Draft, SecurityOperator } from "./draft-mutant.ts";
import { setMembers, toCanonical } from "./edit-document.ts";

/** Changes of what a credential is and where it travels, for all operations that ask for it. */
export function mutateSchemes(document: JsonObject, api: Api): readonly Draft[] {
  return api.securitySchemes.flatMap((scheme) => {
    const users = api.operations.filter(({ security }) => security.flat().includes(scheme.name));
    if (users.length === 0) return [];
    const pointer = toCanonical(
      followPointer(document, joinPointer("#/components/securitySchemes", scheme.name)),
    );
    return changesOf(scheme).map(({ operator, change, members, becomes }): Draft => {
      const after = api.securitySchemes.map((one) => (one.name === scheme.name ? becomes : one));
      return {
        pointer,
        change,
        operations: users.map(({ id }) => id),
        subject: {
          kind: "security",
          operator,
          turns: users.map(({ security: alternatives }) => ({
            before: { alternatives, schemes: api.securitySchemes },
            after: { alternatives, schemes: after },
          })),
        },
        edit: (root) => setMembers(root, pointer, members),
      };
    });
  });
}

interface SchemeChange {
  readonly operator: SecurityOperator;
  readonly change: string;
  readonly members: Readonly<Record<string, JsonValue | undefined>>;
  readonly becomes: SecurityScheme;
}

function changesOf(scheme: SecurityScheme): readonly SchemeChange[] {
  const { name } = scheme;
  switch (scheme.kind) {
    case "apiKey": {
      const moved = scheme.in === "header" ? "query" : "header";
      const parameter = `${scheme.parameter}X`;
      return [
        {
          operator: "api-key-move",
          change: `${scheme.in} → ${moved}`,
          members: { in: moved },
          becomes: { ...scheme, in: moved },
        },
        {
          operator: "api-key-rename",
          change: `${scheme.parameter} → ${parameter}`,
          members: { name: parameter },
          becomes: { ...scheme, parameter },
        },
      ];
    }
    case "basic":
    case "bearer": {
      const becomes = scheme.kind === "basic" ? "bearer" : "basic";
      // OAuth 2 and OpenID Connect bear their tokens as bearer does.
      const members = {
        type: "http",
        scheme: becomes,
        flows: undefined,
        openIdConnectUrl: undefined,
        bearerFormat: undefined,
      };
      return [
        {
          operator: "http-scheme-change",
          change: `${scheme.kind} → ${becomes}`,
          members,
          becomes: { name, kind: becomes },
        },
      ];
    }
    case "unsupported":
      return [];
  }
}
