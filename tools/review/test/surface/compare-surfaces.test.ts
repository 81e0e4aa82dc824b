import { expect, test } from "vitest";
import { compareDocuments } from "./support/compare-documents.ts";
import { editDocument } from "./support/edit-document.ts";
import { petsDocument } from "./support/pets-document.ts";
import { bodyCases } from "./tables/body-cases.ts";
import { callCases } from "./tables/call-cases.ts";
import { documentCases } from "./tables/document-cases.ts";
import { operationCases } from "./tables/operation-cases.ts";
import { responseCases } from "./tables/response-cases.ts";
import { securityCases } from "./tables/security-cases.ts";
import { rowOf } from "./tables/surface-case.ts";

const cases = [
  ...documentCases,
  ...operationCases,
  ...bodyCases,
  ...responseCases,
  ...securityCases,
  ...callCases,
];

test.each(cases)("$of, $name", ({ edit, want }) => {
  const changes = compareDocuments(petsDocument, editDocument(petsDocument, edit));
  expect(changes.map(rowOf)).toEqual(want);
});

const { webhooks: _, ...withoutWebhooks } = petsDocument;
const petsOf30 = { ...withoutWebhooks, openapi: "3.0.3" };

test.each(
  cases.filter(
    ({ of, want }) => of !== "Webhooks" && !want.some((row) => row[5].includes("webhook lost post")),
  ),
)("OpenAPI 3.0: $of, $name", ({ edit, want }) => {
  expect(compareDocuments(petsOf30, editDocument(petsOf30, edit)).map(rowOf)).toEqual(want);
});

const objects =
  "Info, Contact, License, Server, Server Variable, Components, Paths, Path Item, Operation, External Documentation, " +
  "Parameter, Request Body, Media Type, Encoding, Responses, Response, Callback, Example, Link, Header, Tag, Reference, " +
  "Schema, Discriminator, XML, Security Scheme, OAuth Flows, OAuth Flow, Security Requirement, Webhooks";

test.each(objects.split(", "))("the table has a row for the object %s", (object) => {
  expect(cases.some(({ of }) => of === object)).toBe(true);
});

test("says nothing of a document and itself", () => {
  expect(compareDocuments(petsDocument, petsDocument)).toEqual([]);
});
