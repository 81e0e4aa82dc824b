import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startMock } from "@specmill/mock";
import { afterAll, afterEach, assert, expect, test, vi } from "vitest";
import { findViolations } from "./serve-mock.ts";

interface Snippet {
  /** The heading that it stands under, and which one of those below it. */
  readonly name: string;
  readonly text: string;
}

/**
 * Adds tests to a file: that every program in the README of an API's package compiles, and does without a fault what
 * it says when the API answers as its document says.
 */
export async function testReadme(api: string): Promise<void> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const readme = await readFile(join(root, "packages", api, "README.md"), "utf8");
  const document = JSON.parse(await readFile(join(root, "packages", api, "openapi.json"), "utf8"));
  const snippets = findSnippets(readme);
  const folder = await realpath(await mkdtemp(join(tmpdir(), "specmill-readme-")));
  const files = snippets.map((_, index) => join(folder, `snippet-${index}.ts`));
  await Promise.all(files.map((file, index) => writeFile(file, snippets[index]?.text ?? "")));
  const result = await startMock({ apis: [{ name: api, file: join(root, "specs", api, "openapi.yaml") }] });
  if (result.kind !== "started") throw new Error(`The mock did not start: ${JSON.stringify(result)}`);
  afterAll(async () => {
    await result.mock.close();
    await rm(folder, { recursive: true });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test("the README has programs", () => {
    expect(snippets.length).toBeGreaterThan(6);
  });

  test("every program of the README compiles", async () => {
    expect(await compile(folder, root)).toBe("");
  });

  test("a program that asks for what the client does not have would not compile", async () => {
    const wrong = join(folder, "wrong.ts");
    await writeFile(wrong, `import { unheardOf } from "@specmill/${api}";\nunheardOf();\n`);
    expect(await compile(folder, root)).toContain("unheardOf");
    await rm(wrong);
  });

  test.each(snippets.map(({ name }, index) => ({ name, index })))("$name runs", async ({ index }) => {
    const printed: unknown[][] = [];
    for (const level of ["log", "warn", "error"] as const) {
      vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void printed.push(words));
    }
    const bases = basePaths(document);
    const platform = globalThis.fetch;
    vi.stubGlobal("fetch", async (request: Request) => {
      const { pathname, search } = new URL(request.url);
      const base = bases.find((known) => pathname.startsWith(known)) ?? "";
      const target = `${result.mock.url}/${api}${pathname.slice(base.length)}${search}`;
      const response = await platform(new Request(target, request));
      expect(findViolations(response, "request")).toEqual([]);
      expect(response.ok).toBe(true);
      return response;
    });
    await import(/* @vite-ignore */ pathToFileURL(files[index] ?? "").href);
    assert(printed.length > 0, "the program printed nothing");
    expect(JSON.stringify(printed)).not.toMatch(/"(network|invalid-request|timeout|aborted)"|CallError/);
  });
}

/** The programs of a README: its blocks of TypeScript, each a module of its own. */
function findSnippets(readme: string): readonly Snippet[] {
  return readme.split(/^## /m).flatMap((section) => {
    const heading = section.slice(0, section.indexOf("\n"));
    const blocks = [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text = ""]) => text);
    return blocks.map((text, index) => ({ name: `${heading}, program ${index + 1},`, text }));
  });
}

/** The paths of the document's servers, the longest first. */
function basePaths({ servers = [] }: { servers?: readonly { url: string }[] }): readonly string[] {
  const urls = servers.map(({ url }) => url.replace(/^\{[^}]*\}:/, "https:").replace(/\{[^}]*\}/g, "x"));
  const paths = urls
    .filter((url) => URL.canParse(url))
    .map((url) => new URL(url).pathname.replace(/\/$/, ""));
  return paths.filter((path) => path !== "").sort((a, b) => b.length - a.length);
}

/** What the compiler says about the programs in a folder; they see the packages as their sources are. */
async function compile(folder: string, root: string): Promise<string> {
  const config = {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
      module: "esnext",
      moduleResolution: "bundler",
      moduleDetection: "force",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
      paths: {
        "@specmill/runtime/*": [join(root, "packages/runtime/src/*.ts")],
        "@specmill/*/schemas": [join(root, "packages/*/src/schemas.ts")],
        "@specmill/*/testing": [join(root, "packages/*/src/testing.ts")],
        "@specmill/*": [join(root, "packages/*/src/index.ts")],
      },
    },
    include: ["*.ts"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  return spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" }).stdout;
}
