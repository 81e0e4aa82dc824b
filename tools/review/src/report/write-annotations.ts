import { formatGithub, type Problem } from "@specmill/spec";
import type { ApiReview, Review } from "../review.ts";
import { describeProofs } from "./describe-proof.ts";
import { type JoinedFinding, nameAxes } from "./join-axes.ts";
import { nameRequests } from "./name-requests.ts";
import { namePart } from "./report-operations.ts";
import { type Piece, writePlain } from "./report-piece.ts";
import { count, formatPlace, listWords, makeVisible, shorten, shortenMiddle } from "./report-text.ts";
import { sortFindings } from "./sort-findings.ts";

/** GitHub shows ten errors and ten warnings of a step and drops the rest. */
const most = 10;
const longestProof = 200;
const longestLine = 1000;

/**
 * A review as workflow commands, which GitHub Actions shows at the lines that they name: as errors what breaks, then
 * problems; as warnings problems, what is suspected, and what lint newly finds. At most ten of each; the last one says
 * how many more there are.
 */
export function writeAnnotations({ apis, problems }: Review): string {
  const requests = new Map(apis.map((api) => [api, nameRequests(api)]));
  const annotate = (pick: "gating" | "suspected", severity: Problem["severity"]) =>
    apis.flatMap((api) =>
      sortFindings(api.findings)[pick].map((finding) =>
        annotateFinding(
          finding,
          severity,
          api,
          describeProofs(finding, requests.get(api) ?? new Map(), longestProof),
        ),
      ),
    );
  const errors = [...annotate("gating", "error"), ...problems.filter(({ severity }) => severity === "error")];
  const warnings: readonly Problem[] = [
    ...problems.filter(({ severity }) => severity === "warning"),
    ...annotate("suspected", "warning"),
    ...apis.flatMap(({ lint }) =>
      lint.added.map((problem) => ({ ...problem, severity: "warning" as const })),
    ),
  ];
  return formatGithub([...limit(errors, "error"), ...limit(warnings, "warning")].map(showProblem));
}

function annotateFinding(
  finding: JoinedFinding,
  severity: Problem["severity"],
  { api }: ApiReview,
  proofs: readonly (readonly Piece[])[],
): Problem {
  const { rule, status, message, operations, place, fingerprint } = finding;
  const named =
    operations.length > 3 ? [...operations.slice(0, 2), `${operations.length - 2} more`] : operations;
  const reach = named.length > 0 ? `${namePart(finding)}${listWords(named)}` : "the whole API";
  const lines = [
    ...proofs.map(writePlain),
    ...(status === "suspected" ? ["It looks like an equivalent refactor, and stops nothing."] : []),
    ...(rule === "redocly-diff" ? [] : [`Where: ${reach} (${api}).`]),
    ...(severity === "error"
      ? [
          `What to do instead: specmill explain ${rule}`,
          `To approve it: fingerprint ${fingerprint} in specs/.review/${api}.yaml`,
        ]
      : []),
  ];
  return { rule: `${rule} (${nameAxes(finding)})`, severity, message, ...place, hint: lines.join("\n") };
}

function limit(problems: readonly Problem[], noun: string): readonly Problem[] {
  const left = problems.length - most;
  const shown = problems.slice(0, most);
  if (left <= 0) return shown;
  return shown.map((problem, index) => {
    if (index < most - 1) return problem;
    const rest = `And ${count(left, `more ${noun}`)}, the first of them in ${formatPlace(problems[most] ?? problem)}: the summary of this job lists them.`;
    return { ...problem, hint: problem.hint === undefined ? rest : `${problem.hint}\n${rest}` };
  });
}

function showProblem(problem: Problem): Problem {
  const { rule, file, message, hint } = problem;
  const advice = hint
    ?.split("\n")
    .map((line) => shortenMiddle(makeVisible(line), longestLine))
    .join("\n");
  return {
    ...problem,
    rule: makeVisible(rule),
    file: makeVisible(file),
    message: shorten(makeVisible(message), longestLine),
    ...(advice === undefined ? {} : { hint: advice }),
  };
}
