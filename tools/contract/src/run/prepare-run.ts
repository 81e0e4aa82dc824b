import { serveDocument } from "@specmill/mock";
import { createOracle } from "@specmill/oracle";
import { buildModel, type Problem, problemAt } from "@specmill/spec";
import { inventCredentials } from "../case/choose-credentials.ts";
import type { ContractCase } from "../case/contract-case.ts";
import { listCases } from "../case/list-cases.ts";
import { listRegressionCases } from "../case/regression.ts";
import { loadClient } from "../client/load-client.ts";
import type { Note, Rewrite } from "../report/report.ts";
import type { Subject } from "../subject.ts";
import type { Upstream } from "../upstream/upstream.ts";
import { createMockTarget } from "./create-mock-target.ts";
import type { RunContext } from "./run-call.ts";

/** All that is ready before the first request. */
export interface PreparedRun {
  readonly kind: "prepared";
  readonly context: RunContext;
  readonly cases: readonly ContractCase[];
  /** Places that no case could be made for. */
  readonly notes: readonly Note[];
  readonly rewrites: readonly Rewrite[];
}

/** Serves the document of an API and makes its cases; a document that nothing could be proved by gives problems. */
export async function prepareRun(
  { loaded, client, settings, regressions }: Subject,
  upstream?: Upstream,
): Promise<PreparedRun | { readonly kind: "failed"; readonly problems: readonly Problem[] }> {
  const { document } = loaded;
  const api = buildModel(document);
  const served = await serveDocument(document);
  if (served.kind === "failed") {
    const problems = served.faults.map(({ pointer, ...fault }) =>
      problemAt(loaded, pointer, { severity: "error", ...fault }),
    );
    return { kind: "failed", problems };
  }
  const oracle = createOracle(document);
  const wallet = upstream?.wallet ?? inventCredentials(api);
  const { cases, notes } = listCases(api, oracle, { fuzzRuns: settings.fuzz.runs, wallet });
  return {
    kind: "prepared",
    context: {
      api,
      oracle,
      wallet,
      target: upstream?.target ?? createMockTarget(served),
      ...(client === undefined ? {} : { client: loadClient(client, api) }),
    },
    cases: [...listRegressionCases(api, wallet, regressions), ...cases],
    notes,
    rewrites: served.rewrites,
  };
}
