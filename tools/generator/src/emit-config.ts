import type { Workspace } from "./package-settings.ts";

/** `tsconfig.json`: the house's where the package is a workspace of one, or else all that its build needs. */
export function emitTsconfig(workspace: Workspace | undefined): string {
  const own = {
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    rootDir: "src",
    outDir: "dist",
    isolatedDeclarations: true,
    declarationMap: true,
  };
  const alone = {
    target: "es2023",
    module: "nodenext",
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    declaration: true,
    sourceMap: true,
  };
  const config =
    workspace === undefined
      ? { compilerOptions: { ...alone, ...own }, include: ["src"] }
      : { extends: "../../tsconfig.base.json", compilerOptions: own, include: ["src"] };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** `turbo.json`: an edit to a file of this document reruns this package's tasks and no other's. */
export function emitTurbo({ specFiles }: Workspace, api: string): string {
  const document = specFiles.map((file) => `$TURBO_ROOT$/${file}`);
  const settings = [
    ...document.filter((file) => !file.startsWith(`$TURBO_ROOT$/specs/${api}/`)),
    `$TURBO_ROOT$/specs/${api}/**`,
  ];
  const config = {
    extends: ["//"],
    tasks: {
      lint: { dependsOn: ["specmill#build"], inputs: [...document, "$TURBO_ROOT$/redocly.yaml"] },
      generate: {
        dependsOn: ["specmill#build", "lint"],
        inputs: [
          ...document,
          `$TURBO_ROOT$/specs/${api}/CHANGELOG.md`,
          "$TURBO_ROOT$/LICENSE",
          "$TURBO_ROOT$/package.json",
        ],
      },
      build: { dependsOn: ["^build", "generate"] },
      test: {
        // The contract tests run the mock and the runtime from source, which these builds stand for.
        dependsOn: ["generate", "specmill#build", "@specmill/runtime#build"],
        inputs: [
          "src/**",
          "README.md",
          "openapi.json",
          ...settings,
          "$TURBO_ROOT$/specs/*.{ts,json}",
          "$TURBO_ROOT$/vitest.shared.ts",
        ],
      },
      contract: {
        dependsOn: ["generate", "specmill#build", "@specmill/runtime#build"],
        inputs: ["src/client.ts", ...settings],
        outputs: [".contract/**"],
      },
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
