export { createOracle } from "./create-oracle.ts";
export { type BranchNames, nameBranches } from "./name-branches.ts";
export type * from "./oracle.ts";
export { toUnicodePattern } from "./to-unicode-pattern.ts";
