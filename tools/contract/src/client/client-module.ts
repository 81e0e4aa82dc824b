import { compileFunction } from "node:vm";
import type { createCaller } from "@specmill/runtime";

/** A client as its package makes it: a method for each operation. */
export type ClientModule = (options: Parameters<typeof createCaller>[0]) => Readonly<Record<string, unknown>>;

/**
 * Runs the text of a generated client's module, and gives the function that makes clients.
 *
 * It is run as the body of a function that takes what the module imports: so there is neither a file nor a module
 * that stays in memory for every fault that is put into the text, and the runtime is the one that this tool has,
 * built or from source.
 *
 * @param javascript - `compileClient` of the module's source: ES modules, without comments
 * @throws Error when the text is not that of a generated client
 */
export function runClientModule(javascript: string, create: (...given: never[]) => unknown): ClientModule {
  // Texts of a document stand in literals, of which none goes over a line: what starts one is code.
  const factory = /^export function ([^\s(]+)\(/m.exec(javascript)?.[1];
  if (factory === undefined) throw new Error("The client's module exports no function that makes clients.");
  const body = javascript
    .replace(/^import \{[^}]*\} from "@specmill\/runtime";$/m, "")
    .replace(/^export function /gm, "function ");
  return compileFunction(`"use strict";\n${body}\nreturn ${factory};`, ["createCaller"])(create);
}
