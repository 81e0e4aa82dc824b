import { type Api, buildModel, type Problem, problemAt } from "@specmill/spec";
import { listCredentials } from "./case/choose-credentials.ts";
import type { Regression } from "./case/regression.ts";
import { isOfShard } from "./case/shard.ts";
import { tryMutants } from "./mutant/try-mutants.ts";
import { checkGates } from "./obligation/check-gates.ts";
import { checkRatchet } from "./obligation/check-ratchet.ts";
import { listObligations } from "./obligation/list-obligations.ts";
import { measureCoverage } from "./obligation/measure-coverage.ts";
import { mapClasses } from "./obligation/obligation-classes.ts";
import { createCaseObserver, type ObserveCase } from "./obligation/observe-case.ts";
import { createObserver, type Observer, observeExchange } from "./obligation/observe-exchange.ts";
import { redactReport } from "./report/redact-report.ts";
import type { ApiReport } from "./report/report.ts";
import { judgeReport, worseVerdict } from "./report/report-verdict.ts";
import { prepareRun } from "./run/prepare-run.ts";
import { runCases } from "./run/run-cases.ts";
import type { CaseResult } from "./run/verdict.ts";
import type { RunOptions, Subject } from "./subject.ts";
import type { Exchange } from "./wire/exchange.ts";
import { readRequest } from "./wire/read-request.ts";

export interface Verified {
  /** Holds no secret. */
  readonly report: ApiReport;
  /** What fuzzing found, to be tried first from now on; those known before are among them. */
  readonly regressions: readonly Regression[];
}

/**
 * Verifies one API: serves its document, runs every case through the generated client, measures what that covered, and
 * where asked puts faults in to see that they are noticed.
 *
 * @returns the report without its duration, which only a clock can tell
 */
export async function verifyApi(subject: Subject, options: RunOptions): Promise<Verified> {
  const { document } = subject.loaded;
  const prepared = await prepareRun(subject, options.upstream);
  if (prepared.kind === "failed") {
    return { report: judge(subject, buildModel(document), prepared), regressions: subject.regressions };
  }
  const { context, cases } = prepared;
  const { api, oracle } = context;
  const { results, found } = await runCases(context, cases, options);
  const observer = createObserver(document, api, oracle, readRequest);
  const obligations = listObligations(document, api);
  const observe = createCaseObserver(observer, obligations);
  const met = collectMet(observer, observe, results, subject.recorded);
  const measured = measureCoverage(obligations, met, subject.settings.exclusions, subject.today);
  const client = subject.client === undefined ? {} : { client: subject.client };
  const tried =
    options.mutate === undefined || options.upstream !== undefined
      ? {}
      : await tryMutants(
          { document, context, observe, met, cases, results, ...client },
          options,
          options.mutate,
        );
  const report = judge(subject, api, {
    target: context.target.kind,
    rewrites: prepared.rewrites,
    results: results.filter(({ id, kind }) => kind === "canary" || isOfShard(id, options.shard)),
    coverage: measured.coverage,
    notes: prepared.notes,
    problems: measured.problems,
    ...tried,
    ...(options.shard === undefined ? {} : { shard: options.shard }),
  });
  const isWhole = options.shard === undefined && options.upstream === undefined;
  const complete = isWhole ? holdAgainstGates(subject, report) : report;
  return {
    report: redactReport(complete, api, listCredentials(context)),
    regressions: [...subject.regressions, ...found],
  };
}

/** A report of a whole run with what the gates and the lock of the repository have to say of it. */
export function holdAgainstGates(
  { loaded, settings, lock }: Pick<Subject, "loaded" | "settings" | "lock">,
  report: ApiReport,
): ApiReport {
  // A case that fails covers nothing: what is missing then would only hide why.
  const hasFailed = report.results.some(({ outcome }) => outcome === "failed");
  const gaps = (hasFailed ? [] : checkGates(report.coverage, settings.gates)).map((message) => {
    const hint =
      "Give the document what cases are made of, or exclude the obligation with a reason in contract.yaml.";
    return problemAt(loaded, "#/paths", { rule: "contract-coverage", severity: "error", message, hint });
  });
  const lost =
    lock === undefined || hasFailed ? [] : checkRatchet(report.coverage, report.results.length, lock);
  const problems = [...report.problems, ...gaps, ...lost];
  const judged = judgeReport({ ...report, problems });
  return {
    ...report,
    problems,
    // What was known before, such as a part that is missing, still holds.
    verdict: worseVerdict(report.verdict, judged.verdict),
    reasons: [...new Set([...report.reasons, ...judged.reasons])],
  };
}

/** What a passed exchange shows is shown, whoever made it; what a failed one shows proves nothing. */
function collectMet(
  observer: Observer,
  observe: ObserveCase,
  results: readonly CaseResult[],
  recorded: readonly Exchange[],
): ReadonlySet<string> {
  const passed = results.flatMap(({ outcome, exchange, kind }) =>
    outcome === "passed" && exchange !== undefined ? observe(kind, exchange) : [],
  );
  return new Set([...passed, ...recorded.flatMap((exchange) => observeExchange(observer, exchange))]);
}

/** The report of what was found; of what was not come to, it holds nothing. */
function judge(
  subject: Pick<Subject, "api" | "file">,
  api: Pick<Api, "title" | "operations">,
  found: Partial<ApiReport>,
): ApiReport {
  const report = {
    api: subject.api,
    title: api.title,
    file: subject.file,
    target: "mock" as const,
    rewrites: [],
    operations: api.operations.map(({ id, method, path, pointer, responses }) => ({
      id,
      method: method.toUpperCase(),
      path,
      pointer,
      statuses: responses.map(({ status }) => status),
    })),
    results: [],
    coverage: { classes: mapClasses(() => ({ covered: 0, total: 0, excluded: 0 })), obligations: [] },
    notes: [],
    problems: [],
    duration: 0,
    ...found,
  };
  return { ...report, ...judgeReport(report) };
}

/** The report of an API whose document cannot be read. */
export function reportUnread(api: string, file: string, problems: readonly Problem[]): ApiReport {
  return judge({ api, file }, { title: api, operations: [] }, { problems });
}
