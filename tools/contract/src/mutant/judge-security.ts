import type { SecurityScheme } from "@specmill/spec";
import type { SecurityState, SecurityTurn } from "./draft-mutant.ts";
import { gravest, type Judgement } from "./judge-shift.ts";

/** Whether a request passes with other credentials than before, of any of the operations. */
export function judgeSecurity(turns: readonly SecurityTurn[]): Judgement {
  return gravest(turns.map(judgeTurn));
}

function judgeTurn({ before, after }: SecurityTurn): Judgement {
  const breaking = (because: string): Judgement => ({ effect: "breaking", because });
  const [from, to] = [credentialsOf(before), credentialsOf(after)];
  if (namesInQuery(before) !== namesInQuery(after))
    return breaking("other credentials are known in the query: requests get another verdict");
  const [least, now] = [leastOf(from), leastOf(to)];
  if (least.join("|") === now.join("|")) {
    const because = least.includes("")
      ? "no credential is needed, before and after"
      : "the same credentials are needed, before and after";
    return { effect: "equivalent", because };
  }
  if (least.includes("")) return breaking("a credential is needed: requests without are refused");
  if (now.includes("")) return breaking("no credential is needed: requests without are allowed");
  return breaking("other credentials are needed: requests get another verdict");
}

type Alternative = readonly string[];

/** Each alternative as what has to stand in a request, sorted. */
function credentialsOf({ alternatives, schemes }: SecurityState): readonly Alternative[] {
  const all = alternatives.length === 0 ? [[]] : alternatives;
  return all.map((names) => {
    const credentials = names.map((name) => {
      const scheme = schemes.find((one) => one.name === name);
      return scheme === undefined ? `unknown ${name}` : credentialOf(scheme);
    });
    return [...new Set(credentials)].sort();
  });
}

function credentialOf(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case "apiKey": {
      const name = scheme.in === "header" ? scheme.parameter.toLowerCase() : scheme.parameter;
      return `${scheme.in} ${name}`;
    }
    case "basic":
    case "bearer":
      return scheme.kind;
    case "unsupported":
      return `unsupported ${scheme.name}`;
  }
}

/** A query may hold what its document knows, and so the credentials of all schemes that are asked for. */
function namesInQuery({ alternatives, schemes }: SecurityState): string {
  const asked = schemes.filter(({ name }) => alternatives.some((names) => names.includes(name)));
  const names = asked.map(credentialOf).filter((credential) => credential.startsWith("query "));
  return [...new Set(names)].sort().join("|");
}

/** The alternatives that no other makes needless, as texts, sorted. */
function leastOf(alternatives: readonly Alternative[]): readonly string[] {
  const isNeedless = (one: Alternative) =>
    alternatives.some(
      (other) => other.length < one.length && other.every((credential) => one.includes(credential)),
    );
  const least = alternatives.filter((one) => !isNeedless(one)).map((one) => one.join("&"));
  return [...new Set(least)].sort();
}
