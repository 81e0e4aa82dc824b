import { describe, expect, test } from "vitest";
import type { Excuse } from "../../src/finding.ts";
import { excuseByLifecycle, type LifecycleFacts } from "../../src/release/excuse-by-lifecycle.ts";
import { makeFinding } from "../approval/make-finding.ts";

const facts: { readonly [operation: string]: LifecycleFacts } = {
  gone: { deprecated: true, sunset: "2026-06-01" },
  goneLater: { deprecated: true, sunset: "2026-09-01" },
  today: { deprecated: true, sunset: "2026-11-21" },
  tomorrow: { deprecated: true, sunset: "2026-11-22" },
  unannounced: { deprecated: false, sunset: "2026-06-01" },
  undated: { deprecated: true },
  misdated: { deprecated: true, sunset: "0000" },
  draft: { deprecated: false, stability: "draft" },
  alpha: { deprecated: false, stability: "alpha" },
  beta: { deprecated: false, stability: "beta" },
  stable: { deprecated: false, stability: "stable" },
  misspelt: { deprecated: false, stability: "alfa" },
  plain: { deprecated: false },
};

const table: readonly { readonly given: readonly string[]; readonly want: Excuse | undefined }[] = [
  { given: ["gone"], want: { kind: "sunset", date: "2026-06-01" } },
  { given: ["goneLater", "gone"], want: { kind: "sunset", date: "2026-09-01" } },
  { given: ["today"], want: { kind: "sunset", date: "2026-11-21" } },
  { given: ["tomorrow"], want: undefined },
  { given: ["unannounced"], want: undefined },
  { given: ["undated"], want: undefined },
  { given: ["misdated"], want: undefined },
  { given: ["draft"], want: { kind: "unstable", level: "draft" } },
  { given: ["alpha", "draft"], want: { kind: "unstable", level: "alpha" } },
  { given: ["beta"], want: undefined },
  { given: ["stable"], want: undefined },
  { given: ["misspelt"], want: undefined },
  { given: ["plain"], want: undefined },
  { given: ["gone", "plain"], want: undefined },
  { given: ["alpha", "plain"], want: undefined },
  { given: ["gone", "alpha"], want: { kind: "unstable", level: "alpha" } },
  { given: ["unknown"], want: undefined },
  { given: [], want: undefined },
];

describe("the lifecycle of operations", () => {
  const excuse = (
    operations: readonly string[],
    stability: "draft" | "alpha" | "beta" | "stable" = "beta",
    impact: "breaking" | "compatible" = "breaking",
  ) =>
    excuseByLifecycle(
      makeFinding({ operations, impact }),
      (operation) => facts[operation],
      { stability },
      "2026-11-21",
    );

  test.each(table)("of $given excuses by $want", ({ given, want }) => {
    expect(excuse(given)).toEqual(want);
  });

  test("counts from the level that the house sets", () => {
    expect(excuse(["beta"], "stable")).toEqual({ kind: "unstable", level: "beta" });
    expect(excuse(["plain"], "stable")).toBeUndefined();
    expect(excuse(["draft"], "draft")).toBeUndefined();
  });

  test("excuses nothing that breaks nobody", () => {
    expect(excuse(["gone"], "beta", "compatible")).toBeUndefined();
  });
});
