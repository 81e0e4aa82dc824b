import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadDocument } from "@specmill/spec";
import { expect, test } from "vitest";
import { generateLonePackage } from "../src/generate-package.ts";
import { compile, load, makeFolder, plan, writeFiles } from "./support.ts";

const document = `
openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /pets/{id}:
    patch:
      operationId: updatePet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer } }
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses:
        "200": { description: The pet., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
        "201": { description: A new pet., content: { application/json: { schema: { $ref: "#/components/schemas/Animal" } } } }
components:
  schemas:
    Pet:
      type: object
      required: [id, name]
      properties:
        id: { type: string, readOnly: true }
        name: { type: string }
        born: { type: string, format: date-time }
        tags: { type: array, items: { type: string } }
        status: { type: string, enum: [free, sold], default: free }
    Animal:
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
      discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } }
    Cat: { type: object, required: [kind, lives], properties: { kind: { type: string, enum: [cat] }, lives: { type: integer } } }
    Dog: { type: object, required: [kind, tricks], properties: { kind: { type: string, enum: [dog] }, tricks: { type: integer } } }
`;

/** What a consumer writes that shows the remedy of a fault: it compiles as it stands, refusals included. */
const programs: { readonly [fault: number]: string } = {
  16: `
    const path = { id: "1" };
    // @ts-expect-error no such group
    void client.updatePet({ path, body: { name: "a" }, bogus: 1 });
    // @ts-expect-error no such parameter
    void client.updatePet({ path, query: { limit: 1, bogus: 1 }, body: { name: "a" } });
    // @ts-expect-error no such property
    void client.updatePet({ path, body: { name: "a", bogus: 1 } });
    // @ts-expect-error no such option
    void client.updatePet({ path, body: { name: "a" } }, { bogus: 1 });`,
  17: `
    type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
    const born: Same<NonNullable<Pet["born"]>, string> = true;
    const tags: Same<NonNullable<Pet["tags"]>, string[]> = true;
    void [born, tags];`,
  18: `
    const body: PetWrite = { name: "a" };
    void client.updatePet({ path: { id: "1" }, body });
    // @ts-expect-error only an answer has it
    void client.updatePet({ path: { id: "1" }, body: { name: "a", id: "1" } });
    const read = (pet: Pet): string => pet.id;
    void read;`,
  19: `
    const body: PetWrite = { name: "a" };
    const status: "free" | "sold" | undefined = body.status;
    void status;`,
  20: `
    void client.updatePet({ path: { id: "1" }, query: { limit: undefined }, body: { name: "a" } });`,
  30: `
    const status: NonNullable<Pet["status"]>[] = ["free", "sold"];
    // @ts-expect-error none of them
    status.push("lost");`,
  31: `
    const count = (animal: Animal): number => {
      switch (animal.kind) {
        case "cat":
          return animal.lives;
        case "dog":
          return animal.tricks;
      }
    };
    void count;`,
};

interface Compiled {
  readonly files: ReadonlyMap<string, string>;
  readonly complaints: readonly string[];
}

let compiled: Promise<Compiled> | undefined;

/** The package of the document and what the compilers say about it and all programs: compiled once. */
function compileAll(): Promise<Compiled> {
  compiled ??= (async () => {
    const folder = await makeFolder();
    const files = plan(await load(document));
    await writeFiles(
      folder,
      [...files].map(([path, content]) => ({ path, content })),
    );
    const head = 'import { type Animal, createPetsClient, type Pet, type PetWrite } from "./src/index.js";\n';
    const use =
      "export type Used = [Animal, Pet, PetWrite];\nconst client = createPetsClient();\nvoid client;\n";
    for (const [fault, text] of Object.entries(programs)) {
      await writeFile(join(folder, `fault-${fault}.ts`), `${head}${use}${text}\n`);
    }
    await writeFile(join(folder, "fault-0.ts"), `${head}${use}client.unheardOf();\n`);
    return { files, complaints: await compile(folder) };
  })();
  return compiled;
}

/** What the compilers, 5.9 and 7, say about the program of a fault. */
async function complain(fault: number): Promise<readonly string[]> {
  const { complaints } = await compileAll();
  return complaints.flatMap((text) => text.split("\n").filter((line) => line.includes(`fault-${fault}.ts`)));
}

test("a program that does not compile would be seen, by both compilers", async () => {
  expect(await complain(0)).toHaveLength(2);
});

const compiles = (fault: number) => async () => expect(await complain(fault)).toEqual([]);

/** Faults of openapi-typescript 7.13 and its command line by their number in a list of them, and what Specmill does. */
const faults: readonly {
  readonly fault: number;
  readonly name: string;
  readonly check: () => Promise<void>;
}[] = [
  { fault: 16, name: "what is not declared does not compile, at any place of a call", check: compiles(16) },
  { fault: 17, name: "the types of an answer are those of the document", check: compiles(17) },
  { fault: 18, name: "a property that is readOnly is asked of no request", check: compiles(18) },
  { fault: 19, name: "a default makes no property required", check: compiles(19) },
  { fault: 20, name: "undefined stands for a parameter that is left out", check: compiles(20) },
  {
    fault: 24,
    name: "a check sees every stale package, and a file that is missing is a problem in words",
    check: async () => {
      const folder = await makeFolder({ "pets.yaml": document });
      const spec = join(folder, "pets.yaml");
      for (const out of ["one", "two"]) {
        const { changes } = await generateLonePackage(spec, join(folder, out), out, "check");
        expect(changes.length).toBeGreaterThan(5);
      }
      const { problems } = await generateLonePackage(
        join(folder, "none.yaml"),
        join(folder, "none"),
        "none",
        "check",
      );
      expect(problems).toMatchObject([{ severity: "error", line: 1, column: 1 }]);
      expect(problems[0]?.message).not.toContain("    at ");
    },
  },
  {
    fault: 25,
    name: "a redocly.yaml nearby neither fails the types nor takes the place of the document that was asked for",
    check: async () => {
      const config = "extends: [recommended-strict]\napis:\n  other:\n    root: other.yaml\n";
      const folder = await makeFolder({ "pets.yaml": document, "redocly.yaml": config });
      const result = await generateLonePackage(
        join(folder, "pets.yaml"),
        join(folder, "out"),
        "pets",
        "write",
      );
      expect(result.problems).toEqual([]);
      expect(result.changes.length).toBeGreaterThan(5);
    },
  },
  {
    fault: 26,
    name: "one engine reads documents: of openapi-typescript only the transformation of a schema is used",
    check: async () => {
      const source = await readFile(new URL("../src/emit-type.ts", import.meta.url), "utf8");
      const [, imported = ""] = /import \{([^}]*)\} from "openapi-typescript"/.exec(source) ?? [];
      const values = imported
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && !name.startsWith("type "));
      expect(values.sort()).toEqual(["resolveRef", "scanDiscriminators", "transformSchemaObject"]);
    },
  },
  {
    fault: 27,
    name: "a problem tells file, line and column",
    check: async () => {
      const folder = await makeFolder({
        "pets.yaml": document.replace("#/components/schemas/Cat", "#/components/schemas/Cow"),
      });
      const { problems } = await generateLonePackage(
        join(folder, "pets.yaml"),
        join(folder, "out"),
        "pets",
        "write",
      );
      const line = document.split("\n").findIndex((text) => text.includes("oneOf")) + 1;
      expect(problems).toMatchObject([
        { file: expect.stringContaining("pets.yaml"), line, column: expect.any(Number) },
      ]);
    },
  },
  {
    fault: 28,
    name: "OpenAPI 3.2 is refused, and not read as what it is not",
    check: async () => {
      const folder = await makeFolder({ "pets.yaml": document.replace("3.1.0", "3.2.0") });
      const result = await loadDocument(join(folder, "pets.yaml"));
      expect(result.kind).toBe("failed");
      expect(JSON.stringify(result)).toContain("3.2");
    },
  },
  {
    fault: 29,
    name: "the TypeScript that makes types is the generator's own, and what it writes compiles under the newest as well",
    check: async () => {
      const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
      expect(manifest.dependencies.typescript).toMatch(/^5\./);
      const { complaints } = await compileAll();
      expect(complaints.filter((text) => /\bsrc\//.test(text))).toEqual([]);
    },
  },
  { fault: 30, name: "an enumeration is a union of its values", check: compiles(30) },
  {
    fault: 31,
    name: "the tag of a union tells its members apart, by the value of the mapping",
    check: compiles(31),
  },
  {
    fault: 32,
    name: "two files that use one name for two schemas are refused, with the place",
    check: async () => {
      const both = document
        .replace('schema: { $ref: "#/components/schemas/Animal" }', "schema: { $ref: ./y/user.yaml }")
        .replaceAll('schema: { $ref: "#/components/schemas/Pet" }', "schema: { $ref: ./x/user.yaml }");
      const user = (property: string) => `type: object\nproperties: { ${property}: { type: string } }\n`;
      const folder = await makeFolder({ "pets.yaml": both });
      await writeFiles(folder, [
        { path: "x/user.yaml", content: user("first") },
        { path: "y/user.yaml", content: user("second") },
      ]);
      const { problems } = await generateLonePackage(
        join(folder, "pets.yaml"),
        join(folder, "out"),
        "pets",
        "write",
      );
      expect(problems).toMatchObject([{ severity: "error", line: expect.any(Number) }]);
      expect(problems[0]?.message).toContain("same name");
    },
  },
  {
    fault: 34,
    name: "the same document gives the same bytes",
    check: async () => {
      const { files } = await compileAll();
      expect([...plan(await load(document))]).toEqual([...files]);
    },
  },
];

test.each(faults)("$name (fault $fault)", ({ check }) => check());

test("every fault of the list has its test, here or among those of the runtime", async () => {
  const other = new URL("../../../packages/runtime/test/known-faults.test.ts", import.meta.url);
  const inRuntime = [...(await readFile(other, "utf8")).matchAll(/^ {4}fault: (\d+),$/gm)].map(([, number]) =>
    Number(number),
  );
  const all = [...faults.map(({ fault }) => fault), ...inRuntime].sort((a, b) => a - b);
  expect(all).toEqual(Array.from({ length: 34 }, (_, index) => index + 1));
});
