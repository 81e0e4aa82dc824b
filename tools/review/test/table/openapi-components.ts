import type { JsonObject, JsonValue } from "@specmill/spec";
import { json, op, text } from "./openapi-parts.ts";

/** Components of both documents; the security schemes that differ have an operation each. */
export function components(side: "base" | "head"): JsonObject {
  const of = (before: JsonValue, after: JsonValue) => (side === "base" ? before : after);
  return {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      token: { type: "http", scheme: "bearer" },
      oauth: credentials({}),
      ofType: of({ type: "apiKey", in: "header", name: "X-Type" }, { type: "http", scheme: "basic" }),
      ofDescription: { type: "http", scheme: "bearer", description: of("One.", "Two.") },
      ofName: { type: "apiKey", in: "header", name: of("X-One", "X-Two") },
      ofIn: { type: "apiKey", in: of("header", "query"), name: "key" },
      ofScheme: { type: "http", scheme: of("bearer", "basic") },
      ofBearerFormat: { type: "http", scheme: "bearer", bearerFormat: of("JWT", "opaque") },
      ofFlows: {
        type: "oauth2",
        flows: {
          password: { tokenUrl: "https://id.test/token", scopes: {} },
          ...(side === "head" && { clientCredentials: { tokenUrl: "https://id.test/token", scopes: {} } }),
        },
      },
      ofOpenIdConnectUrl: {
        type: "openIdConnect",
        openIdConnectUrl: of("https://id.test/one", "https://id.test/two"),
      },
      ofImplicit: flow(side, "implicit"),
      ofPassword: flow(side, "password"),
      ofClientCredentials: flow(side, "clientCredentials"),
      ofAuthorizationCode: flow(side, "authorizationCode"),
      ofAuthorizationUrl: {
        type: "oauth2",
        flows: {
          implicit: { authorizationUrl: of("https://id.test/one", "https://id.test/two"), scopes: {} },
        },
      },
      ofTokenUrl: credentials({ tokenUrl: of("https://id.test/one", "https://id.test/two") }),
      ofRefreshUrl: credentials({ refreshUrl: of("https://id.test/one", "https://id.test/two") }),
      ofScopes: credentials({ scopes: of({ read: "Read.", write: "Write." }, { read: "Read." }) }),
    },
    parameters: {
      One: { name: "one", in: "query", schema: text },
      Two: { name: "two", in: "query", schema: text },
    },
    responses: { Problem: { description: "No.", content: json({ type: "object" }) } },
    pathItems: {
      One: op({ operationId: "row0get" }),
      Two: op({
        operationId: "row0get",
        parameters: [{ name: "t", in: "query", required: true, schema: text }],
      }),
    },
  };
}

function credentials(members: JsonObject): JsonObject {
  return {
    type: "oauth2",
    flows: {
      clientCredentials: {
        tokenUrl: "https://id.test/token",
        refreshUrl: "https://id.test/refresh",
        scopes: { read: "Read.", write: "Write." },
        ...members,
      },
    },
  };
}

/** A scheme of two flows, of which head has but the other. */
function flow(side: "base" | "head", name: string): JsonObject {
  const other = name === "clientCredentials" ? "password" : "clientCredentials";
  const scopes = { read: "Read." };
  const both = { authorizationUrl: "https://id.test/login", tokenUrl: "https://id.test/token", scopes };
  return {
    type: "oauth2",
    flows: {
      ...(side === "base" && { [name]: both }),
      [other]: { tokenUrl: "https://id.test/other", scopes },
    },
  };
}
