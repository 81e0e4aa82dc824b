import { planPackage } from "@specmill/generator";
import type { LoadedDocument } from "@specmill/spec";
import type { ApiReview } from "../review.ts";
import { isHouse, type ReviewContext } from "../review-context.ts";

/** What the packages of two documents export, where a report is to show it. */
export function emitApiReports(
  api: string,
  base: LoadedDocument,
  head: LoadedDocument,
  context: ReviewContext,
): ApiReview["apiReports"] {
  if (!context.showsPackages || !isHouse(context)) return {};
  const before = emitReport(api, base);
  const after = emitReport(api, head);
  return {
    ...(before === undefined ? {} : { base: before }),
    ...(after === undefined ? {} : { head: after }),
  };
}

function emitReport(api: string, loaded: LoadedDocument): string | undefined {
  const plan = planPackage(loaded, {
    name: `@specmill/${api}`,
    api,
    version: "0.0.0",
    runtime: "*",
    source: api,
  });
  return plan.kind === "failed"
    ? undefined
    : plan.files.find(({ path }) => path.endsWith(".api.md"))?.content;
}
