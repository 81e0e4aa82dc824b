import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOracle } from "@specmill/oracle";
import { type JsonObject, type JsonValue, type LoadedDocument, loadDocument } from "@specmill/spec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { judgeWire } from "../../src/judge/judge-wire.ts";
import { asLoaded, loadDocuments } from "./support/documents.ts";
import { compareLoaded, listGating, tellFinding } from "./support/judge-documents.ts";
import { toCommon, toOpenApi30 } from "./support/to-openapi-30.ts";

const documents = await loadDocuments();
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "specmill-laws-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes text to a file and loads it as an API's document. */
async function loadText(name: string, text: string): Promise<LoadedDocument> {
  const file = join(folder, name);
  await writeFile(file, text);
  const result = await loadDocument(file);
  if (result.kind === "failed") throw new Error(`${name}: ${JSON.stringify(result.problems)}`);
  return result.loaded;
}

/** The same value with everything that it has twice as one object, which YAML writes as an alias. */
function shareParts(document: JsonObject): JsonValue {
  const known = new Map<string, JsonValue>();
  const visit = (value: JsonValue): JsonValue => {
    if (typeof value !== "object" || value === null) return value;
    const text = JSON.stringify(value);
    const same = known.get(text);
    if (same !== undefined) return same;
    const made = Array.isArray(value)
      ? value.map(visit)
      : Object.fromEntries(
          Object.entries(value).map(([key, member]: [string, JsonValue]) => [key, visit(member)]),
        );
    known.set(text, made);
    return made;
  };
  return visit(document);
}

describe("a document in another format", () => {
  it.each(documents)("is the same in YAML with aliases: $name", async ({ name, loaded }) => {
    const text = stringify(shareParts(loaded.document));
    const aliased = await loadText(`${name}-aliases.yaml`, text);
    expect(text).toMatch(/ \*a\d+/);
    expect(compareLoaded(loaded, aliased)).toEqual([]);
  });

  it.each(documents)("is the same in JSON, and in YAML in one line: $name", async ({ name, loaded }) => {
    const json = await loadText(`${name}.json`, JSON.stringify(loaded.document, undefined, 3));
    const flow = await loadText(
      `${name}-flow.yaml`,
      stringify(loaded.document, { collectionStyle: "flow", aliasDuplicateObjects: false }),
    );
    expect(compareLoaded(loaded, json)).toEqual([]);
    expect(compareLoaded(json, flow)).toEqual([]);
  });

  it.each(documents)("is the same in OpenAPI 3.0, and back: $name", ({ loaded }) => {
    const later = asLoaded(toCommon(loaded.document), "3.1");
    const earlier = asLoaded(toOpenApi30(later.document), "3.0");
    expect(JSON.stringify(earlier.document)).not.toBe(JSON.stringify(later.document));
    for (const [base, head] of [
      [earlier, later],
      [later, earlier],
    ] as const) {
      const changes = compareLoaded(base, head);
      const wire = judgeWire(changes, createOracle(base.document), createOracle(head.document));
      expect(listGating(wire).map(tellFinding)).toEqual([]);
      expect(changes.filter((change) => change.wire !== "note" || change.source !== "note")).toEqual([]);
    }
  });
});
