import { houseRules } from "./rules/index.ts";

/** Rules of Redocly's that its strictest preset leaves off and that hold for any API. */
const optIn = [
  "array-parameter-serialization",
  "component-name-unique",
  "operation-description",
  "operation-singular-tag",
  "operation-tag-defined",
  "parameter-description",
  "path-http-verbs-order",
  "spec-strict-refs",
  "tags-alphabetical",
];

/** What is linted where there is no `redocly.yaml`; this repository's own says the same, with the reasons. */
export const lintDefaults: {
  readonly extends: string[];
  readonly rules: Record<string, "error" | "warn" | "off">;
} = {
  extends: ["recommended-strict"],
  rules: {
    ...Object.fromEntries(optIn.map((id) => [id, "error"])),
    ...Object.fromEntries(houseRules.map(({ id, severity }) => [`specmill/${id}`, severity])),
    // `specmill/documented-errors` asks the same and can be answered at one operation.
    "operation-4xx-response": "off",
  },
};
