import { explainMismatch } from "./explain-mismatch.ts";
import type { Diagnostic } from "./parse-diagnostics.ts";
import { platform, prelude, runtime } from "./prelude.ts";
import { plainCanary, runCompiler } from "./run-compiler.ts";
import { type ProjectFile, withFolder } from "./with-folder.ts";

/** What the compiler says of the old and the new type of one thing. */
export type TypeVerdict =
  /** Code that was written against the old type compiles against the new one. */
  | { readonly kind: "assignable" }
  /** It does not, and why, in one sentence. */
  | { readonly kind: "broken"; readonly message: string }
  /** The types say too little for the compiler to have a say. */
  | { readonly kind: "unknown" };

/** Two types as expressions that hold in the project: a type of the package before, and of the one after. */
export interface TypeExpressions {
  readonly base: string;
  readonly head: string;
  readonly direction: "request" | "response";
}

/**
 * Asks the compiler about pairs of types. What a caller gives has to do for the new type, without a member that the new
 * one does not know; what a caller gets has to do for the old type, with every member that the old one has.
 *
 * @param imports - lines that bring in what the types are made of
 * @param files - the modules that are imported
 * @returns a verdict for each pair, in their order
 * @throws Error when the compiler does not work
 */
export async function comparePairs(
  pairs: readonly TypeExpressions[],
  imports: string,
  files: readonly ProjectFile[],
): Promise<readonly TypeVerdict[]> {
  if (pairs.length === 0) return [];
  const head = `${imports}import type { Closed, Exact, Marked, Plain } from "./prelude.js";\n`;
  const offset = head.split("\n").length;
  const project: readonly ProjectFile[] = [
    ...files,
    { path: "prelude.ts", content: prelude },
    { path: "platform.d.ts", content: platform },
    { path: "runtime.ts", content: runtime },
    { path: plainCanary.file, content: plainCanary.content },
    { path: "check.ts", content: `${head}${pairs.map(writeChecks).join("")}` },
    { path: "tsconfig.json", content: JSON.stringify(config) },
  ];
  const diagnostics = await withFolder(project, (folder) => runCompiler(folder, plainCanary));
  const complaints = new Map<number, Diagnostic>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.file === "check.ts" && !complaints.has(diagnostic.line)) {
      complaints.set(diagnostic.line, diagnostic);
    }
  }
  return pairs.map((pair, index) => {
    const line = offset + 2 * index;
    return judge(pair, complaints.get(line), complaints.get(line + 1));
  });
}

/** A line for what is asked, and one that asks it of types in which nothing is left open. */
function writeChecks({ base, head, direction }: TypeExpressions, index: number): string {
  const [from, to, given, wanted] =
    direction === "request"
      ? ([`Plain<${base}>`, `Closed<${head}, ${base}>`, base, head] as const)
      : ([`Exact<${head}>`, `Exact<${base}>`, `Exact<${head}>`, `Exact<${base}>`] as const);
  return [
    `export const check${index}: ${to} = null! as ${from};\n`,
    `export const seen${index}: Marked<${wanted}, "wanted"> = null! as Marked<${given}, "given">;\n`,
  ].join("");
}

function judge(
  pair: TypeExpressions,
  broken: Diagnostic | undefined,
  unseen: Diagnostic | undefined,
): TypeVerdict {
  for (const complaint of [broken, unseen]) {
    if (complaint === undefined) continue;
    if (beyond.has(complaint.code)) return { kind: "unknown" };
    if (!mismatches.has(complaint.code)) {
      throw new Error(`The types cannot be compared: ${complaint.message} (TS${complaint.code})`);
    }
  }
  if (broken !== undefined) return { kind: "broken", message: explainMismatch(broken, pair.direction) };
  return unseen === undefined ? { kind: "assignable" } : { kind: "unknown" };
}

/** Codes of the compiler for a type that is not assignable to another. */
const mismatches = new Set([2322, 2326, 2375, 2412, 2559, 2719, 2739, 2740, 2741]);

/** Codes for what is too deep or too wide to tell. */
const beyond = new Set([2321, 2589, 2590, 2859]);

const config = {
  compilerOptions: {
    target: "es2023",
    lib: ["es5"],
    types: [],
    module: "esnext",
    moduleResolution: "bundler",
    moduleDetection: "force",
    strict: true,
    exactOptionalPropertyTypes: true,
    paths: { "@specmill/runtime": ["./runtime.ts"] },
    noEmit: true,
    skipLibCheck: true,
  },
  files: ["platform.d.ts", "canary.ts", "check.ts"],
};
