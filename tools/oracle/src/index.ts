export { contrastSchemas } from "./contrast-schemas.ts";
export { createArbitrary } from "./create-arbitrary.ts";
export { createOracle } from "./create-oracle.ts";
export { type BranchNames, nameBranches } from "./name-branches.ts";
export type * from "./oracle.ts";
export { sampleRuledTexts } from "./sample-text.ts";
export { type Sample, type SampleOptions, sampleValue } from "./sample-value.ts";
export type { TextRules } from "./text-rules.ts";
