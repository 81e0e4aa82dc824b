import { expect, it } from "vitest";
import { makeDocument } from "./document-parts.ts";
import { documentRows } from "./document-rows.ts";
import { keywordRows } from "./keyword-rows.ts";
import { openApiRows } from "./openapi-rows.ts";
import { judgeBoth, tellVerdicts } from "./table-row.ts";

it.each(documentRows)("$of, $edit", async ({ base, head, want }) => {
  expect(tellVerdicts(await judgeBoth(makeDocument(base), makeDocument(head)))).toEqual(want);
});

/** The fixed fields of every object, and in braces those of any name (OpenAPI 3.1, section 4.8). */
const objects: Readonly<Record<string, string>> = {
  OpenAPI: "openapi info jsonSchemaDialect servers paths webhooks components security tags externalDocs x-…",
  Info: "title summary description termsOfService contact license version",
  Contact: "name url email",
  License: "name identifier url",
  Server: "url description variables",
  "Server Variable": "enum default description",
  Components:
    "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems",
  Paths: "{path}",
  "Path Item": "$ref summary description get put post delete options head patch trace servers parameters",
  Operation:
    "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security " +
    "servers x-sunset x-stability-level x-…",
  "External Documentation": "description url",
  Parameter:
    "name in description required deprecated allowEmptyValue style explode allowReserved schema example examples content",
  "Request Body": "description content required",
  "Media Type": "schema example examples encoding",
  Encoding: "contentType headers style explode allowReserved",
  Responses: "default {status}",
  Response: "description headers content links",
  Callback: "{expression}",
  Example: "summary description value externalValue",
  Link: "operationRef operationId parameters requestBody description server",
  Header: "description required deprecated style explode schema example examples content",
  Tag: "name description externalDocs",
  Reference: "$ref summary description",
  XML: "name namespace prefix attribute wrapped",
  "Security Scheme": "type description name in scheme bearerFormat flows openIdConnectUrl",
  "OAuth Flows": "implicit password clientCredentials authorizationCode",
  "OAuth Flow": "authorizationUrl tokenUrl refreshUrl scopes",
  "Security Requirement": "{name}",
};

const fields = Object.entries(objects).flatMap(([object, list]) =>
  list.split(" ").map((field) => `${object}.${field}`),
);

it.each(fields)("the table has a row for %s", (field) => {
  expect([...openApiRows, ...documentRows].map(({ of }) => of)).toContain(field);
});

it.each(["propertyName", "mapping"])("the table of keywords has a row for Discriminator.%s", (field) => {
  const rows = keywordRows.filter(({ keyword }) => keyword === "discriminator");
  expect(rows.some(({ head }) => JSON.stringify(head).includes(`"${field}"`))).toBe(true);
});
