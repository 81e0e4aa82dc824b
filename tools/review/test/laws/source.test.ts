import { describe, expect, it } from "vitest";
import { gatherSource } from "../../src/judge/gather-source.ts";
import { judgeSource } from "../../src/judge/judge-source.ts";
import { pairOperations } from "../../src/judge/pair-operations.ts";
import { loadDocuments } from "./support/documents.ts";
import { compareLoaded, tellFinding } from "./support/judge-documents.ts";
import { applyRewrites } from "./support/rewrite.ts";
import { schemaRewrites } from "./support/schema-rewrites.ts";
import { surfaceRewrites } from "./support/surface-rewrites.ts";

const documents = await loadDocuments();
const rewrites = [...schemaRewrites, ...surfaceRewrites].filter(({ isOfSource }) => isOfSource);

describe("a document in other words", () => {
  it.each(documents)("stops nobody's code from compiling: $name", async ({ loaded }) => {
    // All of them at once, so that the compiler is asked once a document.
    const steps = rewrites.map((rewrite, index) => ({ rewrite, choice: index * 7 }));
    const head = { ...loaded, document: applyRewrites(loaded.document, steps) };
    const changes = compareLoaded(loaded, head);
    const evidence = await gatherSource(loaded, head, "law", changes, pairOperations(loaded, head), true);
    const stopping = judgeSource(changes, evidence).filter(
      ({ impact, status }) => impact === "breaking" && status !== "suspected",
    );
    expect(JSON.stringify(head.document)).not.toBe(JSON.stringify(loaded.document));
    expect(stopping.map(tellFinding)).toEqual([]);
  });
});
