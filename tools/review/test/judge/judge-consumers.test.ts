import { fileURLToPath } from "node:url";
import type { JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { judgeConsumers } from "../../src/judge/judge-consumers.ts";
import type { ReviewContext } from "../../src/review-context.ts";
import { load, makeDocument } from "./support/documents.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

const pet = (properties: { readonly [name: string]: JsonValue }) =>
  load(makeDocument({ response: { type: "object", properties } }));
const base = pet({ name: { type: "string" }, age: { type: "integer" } });
const head = pet({ name: { type: "string" } });

const call = `import { createPetsClient } from "@specmill/pets";
const result = await createPetsClient({ baseUrl: "https://pets.test" }).addPet();
`;
const reads = (name: string) => `${call}if (result.ok) console.log(result.data.${name});\n`;

/** A house whose base has some files, and whose head has none. */
function makeContext(files: { readonly [path: string]: string }, consumers: ReviewContext["consumers"] = []) {
  const listFiles = async (folder: string) =>
    Object.keys(files).flatMap((path) =>
      path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
    );
  const side = { kind: "commit", label: "", readSource: async () => "" } as const;
  return {
    ...{ root, consumers, isLinted: false, showsPackages: false, today: "2026-11-21" },
    settings: { stability: "beta", levels: {} },
    sides: {
      base: { ...side, readText: async (path: string) => files[path], listFiles },
      head: { ...side, readText: async () => undefined, listFiles: async () => [] },
    },
  } as const;
}

test("real code of base and what was named say what no longer compiles, once, and where", async () => {
  const context = makeContext(
    {
      "specs/pets/contract.test.ts": reads("age"),
      "README.md": `# Pets\n\n\`\`\`ts\n${reads("name")}\`\`\`\n\n\`\`\`ts\n${reads("age")}\`\`\`\n`,
      "specs/pets/data.d.ts": reads("age"),
      "examples/other.ts": "export const other = 1;\n",
    },
    [{ name: "their.ts", text: reads("nothing"), language: "ts" }],
  );
  const { summary, judged } = await judgeConsumers({ name: "pets" }, { base, head }, context);
  expect(summary).toEqual({
    compiled: 3,
    broken: ["specs/pets/contract.test.ts", "README.md#2"],
    unusable: ["their.ts"],
  });
  expect(judged).toMatchObject([
    {
      impact: "breaking",
      status: "proved",
      change: { rule: "source-consumer" },
      proof: { places: ["specs/pets/contract.test.ts:3:40", "README.md:12:40"] },
    },
  ]);
  expect(judged[0]?.proof).toMatchObject({ message: expect.stringContaining("'age'") });
});

test("code of another package is not looked at, and a renamed one is used by its old name", async () => {
  const other = makeContext({}, [
    { name: "a.ts", text: reads("age").replace("/pets", "/dogs"), language: "ts" },
  ]);
  const none = await judgeConsumers({ name: "pets" }, { base, head }, other);
  expect(none).toEqual({ summary: { compiled: 0, broken: [], unusable: [] }, judged: [] });
  const named = makeContext({}, [{ name: "a.ts", text: reads("name"), language: "ts" }]);
  const renamed = await judgeConsumers({ name: "animals", formerName: "pets" }, { base, head }, named);
  expect(renamed.summary).toEqual({ compiled: 1, broken: [], unusable: [] });
});

test("where nothing is installed, code is named that cannot tell", async () => {
  const context = makeContext({}, [{ name: "a.ts", text: reads("age"), language: "ts" }]);
  const bare = { ...context, root: fileURLToPath(new URL(".", import.meta.url)) };
  const { summary } = await judgeConsumers({ name: "pets" }, { base, head }, bare);
  expect(summary).toEqual({ compiled: 0, broken: [], unusable: ["a.ts"] });
});
