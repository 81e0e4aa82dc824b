import { expect, test } from "vitest";
import { compile, load, makeFolder, plan, writeFiles } from "./support.ts";

const before = `
openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /pet:
    get:
      operationId: readPet
      responses:
        "200": { description: The pet., content: { application/json: { schema: { type: object, properties: { name: { type: string } }, required: [name] } } } }
        "404": { description: No pet. }
`;
const after = `${before}        "410": { description: The pet is gone. }\n`;

const consumer = `
import { createPetsClient } from "./src/index.js";

export async function tell(): Promise<string> {
  const result = await createPetsClient().readPet();
  switch (result.status) {
    case 200:
      return result.data.name;
    case 404:
      return "none";
    case "undocumented":
      return String(result.response.status);
    case "invalid-response":
    case "invalid-request":
    case "network":
    case "timeout":
    case "aborted":
      return result.error.message;
  }
}
`;

/** What the compilers say about a switch over every status of the first document. */
async function complain(document: string): Promise<readonly string[]> {
  const folder = await makeFolder({ "consumer.ts": consumer });
  await writeFiles(
    folder,
    [...plan(await load(document))].map(([path, content]) => ({ path, content })),
  );
  return compile(folder);
}

test("a switch over every status compiles", async () => {
  expect(await complain(before)).toEqual([]);
});

test("it compiles no more when the document gains a status", async () => {
  const complaints = await complain(after);
  expect(complaints).toHaveLength(2);
  for (const complaint of complaints)
    expect(complaint).toMatch(/consumer\.ts\(\d+,\d+\): error TS(2366|7030)/);
});
