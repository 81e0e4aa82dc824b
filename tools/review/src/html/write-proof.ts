import { codeHtml, type Html, html, type JsonValue, nothing, sentenceHtml } from "@specmill/spec";
import type { Axis } from "../change.ts";
import type { Finding, Proof } from "../finding.ts";
import { hasValues } from "../report/describe-values.ts";
import type { JoinedFinding } from "../report/join-axes.ts";

const longestValue = 4000;
const mostPlaces = 20;

/** The old value and the new one, as items of a list of facts. */
export function writeValues(finding: JoinedFinding): Html {
  if (!hasValues(finding)) return nothing;
  const show = (value: JsonValue | undefined) =>
    value === undefined ? html`<span class="none">nothing</span>` : html`<pre>${formatValue(value)}</pre>`;
  return html`<dt>Old value</dt><dd class="lost-value">${show(finding.before)}</dd>
<dt>New value</dt><dd class="won-value">${show(finding.after)}</dd>
`;
}

/** What shows it, payload before compiler; nothing that follows by rule alone has anything to be shown. */
export function writeProof({ findings }: JoinedFinding): Html {
  const shown = [
    ...findings.flatMap((finding) => writeProofsOf("value", finding)),
    ...findings.flatMap((finding) => writeProofsOf("compiler", finding)),
  ];
  const silent = findings.filter(({ proof }) => proof === undefined);
  const rule = silent.map(
    ({ axis }) => html`<p>${shown.length === 0 ? "It" : byRule[axis]} follows by rule.</p>`,
  );
  return html`<dt>Proof</dt><dd>${shown}${shown.length === 0 ? rule.slice(0, 1) : rule}</dd>
`;
}

const byRule: Readonly<Record<Axis, string>> = {
  wire: "On the wire it",
  source: "For code that uses the package it",
};

function writeProofsOf(
  kind: Proof["kind"],
  { proof, direction = "request", message }: Finding,
): readonly Html[] {
  if (proof?.kind !== kind) return [];
  switch (proof.kind) {
    case "value":
      return [
        html`<p>This <strong>${proof.of}</strong> ${verdicts[direction][proof.refusedBy]}: ${sentenceHtml(proof.reason)}</p><pre>${formatValue(proof.value)}</pre>`,
      ];
    case "compiler":
      return [writeCompiler(proof, message)];
  }
}

/** What is said of a value that one side refuses, by the way that it travels. */
const verdicts = {
  request: { head: "was allowed; now", base: "is allowed now; before" },
  response: { head: "could come; now", base: "may come now; before" },
} as const;

function writeCompiler({ message, places }: Extract<Proof, { kind: "compiler" }>, known: string): Html {
  if (places.length === 0 && message === known) return html`<p>The compiler says the same of the types.</p>`;
  // Of generated types it is said in our words.
  if (places.length === 0) return html`<p>The compiler: ${sentenceHtml(message.slice(0, longestValue))}</p>`;
  const left = places.length - mostPlaces;
  const items = places.slice(0, mostPlaces).map((place) => html`<li>${codeHtml(place)}</li>`);
  return html`<p>The compiler says:</p><pre>${message.slice(0, longestValue)}</pre><ul class="list">${items}</ul>${left > 0 ? html`<small>and ${left} more</small>` : nothing}`;
}

/** A value as a reader takes it in: on one line where it is short. */
function formatValue(value: JsonValue): string {
  const line = JSON.stringify(value);
  const text = line.length <= 72 ? line : JSON.stringify(value, null, 2);
  return text.length <= longestValue
    ? text
    : `${text.slice(0, longestValue)}\n… ${text.length - longestValue} more characters`;
}
