import { join } from "node:path";
import type { PlannedFile } from "@specmill/generator";
import { isJsonObject } from "@specmill/spec";
import type { Program } from "./find-programs.ts";
import type { Canary } from "./run-compiler.ts";
import type { ProjectFile } from "./with-folder.ts";

/** A project in which consumers are compiled against one package. */
export interface ConsumerProject {
  readonly files: readonly ProjectFile[];
  /** The file of each program, in their order. */
  readonly programs: readonly string[];
  readonly canary: Canary;
}

/** What the programs of a house import beside the package. */
export interface HouseModules {
  /** The absolute path of the house: where `node_modules`, `packages` and the neighbours of the programs are found. */
  readonly root: string;
  /** Whether the types of Node.js are installed there. */
  readonly hasNodeTypes: boolean;
}

/**
 * Plans a project of a package and the programs that use it. The package is the planned one wherever it is named; all
 * else that the programs import is the house's own.
 *
 * @param packageName - what the programs import, such as `@specmill/upsun-profile`
 * @param folder - the absolute path of the folder in which the project will be
 */
export function planProject(
  packageName: string,
  packageFiles: readonly PlannedFile[],
  programs: readonly Program[],
  { root, hasNodeTypes }: HouseModules,
  folder: string,
): ConsumerProject {
  const home = `node_modules/${packageName}`;
  const sources = packageFiles.filter(({ path }) => path.startsWith("src/") || path.endsWith(".json"));
  const paths = programs.map((program, index) =>
    [program.folder, `specmill-consumer-${index}.ts`].filter((word) => word !== "").join("/"),
  );
  const canary = writeCanary(packageName);
  const config = {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023", "dom", "dom.iterable"],
      types: hasNodeTypes ? ["node"] : [],
      typeRoots: [join(root, "node_modules/@types")],
      module: "esnext",
      moduleResolution: "bundler",
      moduleDetection: "force",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      allowImportingTsExtensions: true,
      resolveJsonModule: true,
      noEmit: true,
      skipLibCheck: true,
      // A relative import leads to the house, where the file is that the program was.
      rootDirs: [folder, root],
      paths: { ...listEntries(packageName, packageFiles, join(folder, home)), ...listWorkspaces(root) },
    },
    files: [canary.file, ...paths],
  };
  return {
    files: [
      ...sources.map(({ path, content }) => ({ path: `${home}/${path}`, content })),
      ...programs.map(({ text }, index) => ({ path: paths[index] ?? "", content: text })),
      { path: canary.file, content: canary.content },
      { path: "tsconfig.json", content: JSON.stringify(config) },
    ],
    programs: paths,
    canary,
  };
}

/** What of a package can be imported, as its manifest says, by the sources that it would be built of. */
function listEntries(
  packageName: string,
  files: readonly PlannedFile[],
  home: string,
): { readonly [name: string]: readonly string[] } {
  const text = files.find(({ path }) => path === "package.json")?.content ?? "{}";
  const manifest: unknown = JSON.parse(text);
  const exported = isJsonObject(manifest) ? manifest["exports"] : undefined;
  const entries = Object.entries(isJsonObject(exported) ? exported : {}).map(([subpath, target]) => {
    const types = isJsonObject(target) ? target["types"] : target;
    const source = String(types).replace(/^\.\/dist\/(.*)\.d\.ts$/, "./src/$1.ts");
    return [`${packageName}${subpath.slice(1)}`, [join(home, source)]];
  });
  return Object.fromEntries(entries);
}

/** The other packages of the house: as they are built, or as their sources are where nothing is built. */
function listWorkspaces(root: string): { readonly [name: string]: readonly string[] } {
  return {
    "@specmill/*/schemas": [
      join(root, "packages/*/dist/schemas.d.ts"),
      join(root, "packages/*/src/schemas.ts"),
    ],
    "@specmill/*/testing": [
      join(root, "packages/*/dist/testing.d.ts"),
      join(root, "packages/*/src/testing.ts"),
    ],
    "@specmill/*/validation": [
      join(root, "packages/*/dist/validation.d.ts"),
      join(root, "packages/*/src/validation.ts"),
    ],
    "@specmill/*": [
      "packages/*/dist/index.d.ts",
      "packages/*/src/index.ts",
      "tools/*/dist/index.d.ts",
      "tools/*/src/index.ts",
    ].map((path) => join(root, path)),
  };
}

/** That the package and the runtime are seen, and are not just any value. */
function writeCanary(packageName: string): Canary {
  return {
    file: "specmill-canary.ts",
    content: [
      `import { type Failure, specDigest } from ${JSON.stringify(packageName)};\n`,
      "export const ofPackage: never = specDigest;\n",
      'export const ofRuntime: never = null! as Failure["ok"];\n',
    ].join(""),
    complaints: [
      "Type 'string' is not assignable to type 'never'.",
      // Of the runtime: were it not found, this would be of any type.
      "Type 'false' is not assignable to type 'never'.",
    ],
  };
}
