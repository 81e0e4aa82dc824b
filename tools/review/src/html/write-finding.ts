import { codeHtml, detailsHtml, type Html, html, nothing, sentenceHtml } from "@specmill/spec";
import { suggestApproval } from "../approval/suggest-approval.ts";
import { type JoinedFinding, nameAxes, nameStatus } from "../report/join-axes.ts";
import { formatPlace } from "../report/report-text.ts";
import { introduceExample, type TextOf } from "../report/rule-text.ts";
import { writeProof, writeValues } from "./write-proof.ts";

/** What is the same for all the findings of an API. */
export interface FindingContext {
  readonly api: string;
  readonly textOf: TextOf;
  /** The id of the finding on the page. */
  readonly anchorOf: (finding: JoinedFinding) => string;
  /** An operation by its name: method and path, with a link where the page tells of it. */
  readonly writeOperation: (name: string) => Html;
}

const mostOperations = 12;

/** A breaking finding with everything that a reviewer has to know to decide about it. */
export function writeFindingCard(finding: JoinedFinding, context: FindingContext, open: boolean): Html {
  const { rule, message, operations } = finding;
  const { why, instead } = context.textOf(rule);
  const summary = html`${writeMark(finding)} <span class="message">${sentenceHtml(message)}</span> <span class="status">${nameAxes(finding)} · ${nameStatus(finding)}</span>`;
  const content = html`<div class="facts" id="${context.anchorOf(finding)}"><dl>
${writeValues(finding)}${writeProof(finding)}<dt>In general</dt><dd><p>${sentenceHtml(introduceExample(why))}</p><p><strong>Instead:</strong> ${sentenceHtml(instead)}</p></dd>
</dl>
<dl>
<dt>Reaches</dt><dd>${writeOperations(operations, context)}</dd>
<dt>Where</dt><dd>${codeHtml(formatPlace(finding.place))}<small>${finding.side === "base" ? "in base: " : nothing}${codeHtml(finding.pointer)}</small></dd>
<dt>Rule</dt><dd>${codeHtml(rule)}</dd>
${writeApproval(finding, context)}</dl></div>
`;
  return html`<div class="finding">${detailsHtml(summary, content, open)}</div>
`;
}

function writeApproval(finding: JoinedFinding, { api }: FindingContext): Html {
  const entry = html`<pre>approvals:\n${suggestApproval(finding)}</pre>`;
  const title = html`The entry for ${codeHtml(`specs/.review/${api}.yaml`)}`;
  return html`<dt>To approve</dt><dd>${codeHtml(finding.fingerprint)}${detailsHtml(title, entry)}</dd>
`;
}

export function describeExcuse(excuse: NonNullable<JoinedFinding["excuse"]>): Html {
  switch (excuse.kind) {
    case "approved": {
      const { reason, owner, until, note } = excuse;
      return html`approved by ${owner} until ${until}: ${reason}${note === undefined ? nothing : html`<small>${note}</small>`}`;
    }
    case "sunset":
      return html`deprecated, and was to go by ${excuse.date}`;
    case "unstable":
      return html`of stability ${codeHtml(excuse.level)}, of which nothing is promised yet`;
    case "configured":
      return html`${codeHtml("specs/review.yaml")} has this rule as a note`;
  }
}

/** The operations that a finding reaches; the last of many are counted. */
export function writeOperations(operations: readonly string[], { writeOperation }: FindingContext): Html {
  if (operations.length === 0) return html`the whole API`;
  const shown = operations.slice(0, mostOperations).map((name) => html`<li>${writeOperation(name)}</li>`);
  const left = operations.length - mostOperations;
  return html`<ul class="list">${shown}${left > 0 ? html`<li>and ${left} more</li>` : nothing}</ul>`;
}

/** How serious a finding is: a word with a sign, as colour alone tells nobody everything. */
export function writeMark(finding: JoinedFinding): Html {
  switch (weigh(finding)) {
    case "bad":
      return html`<span class="verdict bad">✗ breaking</span>`;
    case "open":
      return html`<span class="verdict open">? ${finding.status === "suspected" ? "suspected" : "excused"}</span>`;
    case "good":
      return html`<span class="verdict good">✓ compatible</span>`;
    case "plain":
      return html`<span class="verdict plain">i note</span>`;
  }
}

export function weigh({ impact, status, excuse }: JoinedFinding): "bad" | "open" | "good" | "plain" {
  if (status === "suspected") return "open";
  switch (impact) {
    case "breaking":
      return excuse === undefined ? "bad" : "open";
    case "compatible":
      return "good";
    case "note":
      return "plain";
  }
}
