import { createOracle } from "@specmill/oracle";
import { createLocator, type LoadedDocument, type Problem } from "@specmill/spec";
import type { Change } from "./change.ts";
import { type Finding, isGating } from "./finding.ts";
import { excuseFindings } from "./judge/excuse-findings.ts";
import { judgeRedocly } from "./judge/judge-redocly.ts";
import { judgeSource } from "./judge/judge-source.ts";
import { judgeWhole } from "./judge/judge-whole.ts";
import { judgeWire } from "./judge/judge-wire.ts";
import { orderFindings } from "./judge/order-findings.ts";
import { proveByConsumers } from "./judge/prove-by-consumers.ts";
import { toFindings } from "./judge/to-findings.ts";
import { runLintDelta } from "./lint/run-lint-delta.ts";
import { runRedoclyDiff } from "./redocly/run-redocly-diff.ts";
import { bumpOf, bumpOfReview } from "./release/bump-of.ts";
import type { ApiReview, ConsumerSummary, LintDelta } from "./review.ts";
import type { ReviewContext } from "./review-context.ts";
import { createSchemaComparer } from "./schema/compare-schemas.ts";
import type { ApiPair } from "./side/side.ts";
import { compareSurfaces } from "./surface/compare-surfaces.ts";

/** What a change does to one API, and what is wrong with what people wrote about it. */
export interface ReviewedApi {
  readonly review: ApiReview;
  readonly problems: readonly Problem[];
}

/**
 * Reviews one API: by rule, by values, by the compiler, and by Redocly, which runs beside the others.
 */
export async function reviewApi(pair: ApiPair, context: ReviewContext): Promise<ReviewedApi> {
  const { base, head, kind } = pair;
  if (kind === "unreadable") return { review: summarize(pair, [], nothing), problems: pair.problems };
  if (kind === "unchanged") return { review: summarize(pair, [], nothing), problems: [] };
  const whole = judgeWhole(pair);
  const documents = { ...(base && { base }), ...(head && { head }) };
  const locate = await createLocatorOf(pair, context);
  if (base === undefined || head === undefined) {
    const settled = await excuseFindings(toFindings(whole, documents, locate), pair, context);
    return { review: summarize(pair, settled.findings, nothing), problems: settled.problems };
  }
  const compared = await compareBoth(pair, { base, head }, context);
  const judged = [...whole, ...compared.judged];
  const settled = await excuseFindings(toFindings(judged, documents, locate), pair, context);
  return { review: summarize(pair, dropExplained(settled.findings), compared), problems: settled.problems };
}

async function compareBoth(
  pair: ApiPair,
  { base, head }: { readonly base: LoadedDocument; readonly head: LoadedDocument },
  context: ReviewContext,
) {
  const redocly = runRedoclyDiff({ base: base.document, head: head.document });
  const changes: readonly Change[] = compareSurfaces(base, head, createSchemaComparer(base, head));
  const { judgePackages } = await import("./judge/judge-packages.ts");
  // The compilers are at work in processes of their own while values are tried here.
  const compiling = judgePackages(pair, { base, head }, changes, context);
  // Whoever awaits them gets the error; that nobody does yet is no reason to end the process.
  compiling.catch(() => undefined);
  const wire = judgeWire(changes, createOracle(base.document), createOracle(head.document));
  const lint = await runLintDelta(base, head, context);
  const { evidence, consumers, apiReports } = await compiling;
  const source = proveByConsumers(judgeSource(changes, evidence), consumers.judged);
  const outside = judgeRedocly(await redocly, changes, { base: base.document, head: head.document });
  return {
    judged: [...wire, ...source, ...outside, ...consumers.judged],
    lint,
    consumers: consumers.summary,
    apiReports,
  };
}

/** A consumer that breaks is no news where a change of the types asks for an approval, or has one: that is why. */
function dropExplained(findings: readonly Finding[]): readonly Finding[] {
  const isExplained = findings.some(
    (finding) =>
      finding.axis === "source" &&
      finding.rule !== "source-consumer" &&
      (isGating(finding) || finding.excuse?.kind === "approved"),
  );
  return isExplained ? findings.filter(({ rule }) => rule !== "source-consumer") : findings;
}

async function createLocatorOf({ head, file }: ApiPair, { sides }: ReviewContext) {
  // Of what is gone there is no line left in head.
  if (head === undefined) return () => ({ file, line: 1, column: 1 });
  return createLocator(head, sides.head.readSource);
}

interface Compared {
  readonly lint: LintDelta;
  readonly consumers: ConsumerSummary;
  readonly apiReports: ApiReview["apiReports"];
}

const nothing: Compared = {
  lint: { kind: "skipped", added: [], fixed: [], kept: 0 },
  consumers: { compiled: 0, broken: [], unusable: [] },
  apiReports: {},
};

function summarize(
  { name, kind, formerName, file, base, head }: ApiPair,
  findings: readonly Finding[],
  { lint, consumers, apiReports }: Compared,
): ApiReview {
  return {
    api: name,
    kind,
    ...(formerName === undefined ? {} : { formerName }),
    file,
    bump: bumpOfReview(findings),
    wire: bumpOf(findings, "wire"),
    source: bumpOf(findings, "source"),
    findings: orderFindings(findings),
    lint,
    consumers,
    documents: { ...(base && { base }), ...(head && { head }) },
    apiReports,
  };
}
