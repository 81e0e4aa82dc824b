/** How much is told of each thing: less, the more there is to tell. */
export interface Detail {
  /** `groups`: rule by rule, with how many of each; `totals`: a line for each API. */
  readonly breaking: "table" | "lines" | "groups" | "totals";
  /** Characters of a message at most. */
  readonly message: number;
  /** Characters of a payload at most. */
  readonly proof: number;
  readonly folds: "listed" | "counted";
  /** Why a rule matters, and what to do instead: with every finding, once for each rule, or not. */
  readonly advice: "rows" | "once" | "none";
  /** How many operations are named where there are several. */
  readonly operations: number;
  /** Problems that are told at most. */
  readonly problems: number;
  /** What the reader misses, as the end of a sentence that names what was done. Nothing where all is told. */
  readonly missing: string;
}

const full: Detail = {
  breaking: "table",
  message: 400,
  proof: 200,
  folds: "listed",
  advice: "rows",
  operations: 2,
  problems: 100,
  missing: "",
};

const counted = "what does not break is only counted";

/** What each step takes away from the one before. */
const changes: readonly Partial<Detail>[] = [
  {},
  { proof: 60, missing: "payloads are cut" },
  { folds: "counted", problems: 20, missing: `payloads are cut, and ${counted}` },
  { advice: "once", missing: `payloads are cut, and ${counted}` },
  { operations: 0, missing: `payloads are cut, operations and ${counted}` },
  { breaking: "lines", message: 200, missing: `proofs are left out, operations and ${counted}` },
  {
    message: 100,
    advice: "none",
    problems: 5,
    missing: `proofs and reasons (\`specmill explain\` has them) are left out, and ${counted}`,
  },
  { message: 50 },
  { breaking: "groups", operations: 20, missing: "breaking changes are counted by rule and operation" },
  { operations: 5 },
  { operations: 0, missing: "breaking changes are counted by rule" },
  { breaking: "totals", missing: "breaking changes are only counted" },
];

/** From everything to next to nothing; whoever writes takes the first that fits. */
export const details: readonly Detail[] = changes.map((_, index) => takeSteps(index));

function takeSteps(last: number): Detail {
  let detail = full;
  for (const change of changes.slice(0, last + 1)) detail = { ...detail, ...change };
  return detail;
}
