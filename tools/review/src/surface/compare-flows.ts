import { joinPointer, type OAuthFlow, type SecurityScheme } from "@specmill/spec";
import type { Comparison } from "../change.ts";
import { compareToldProse } from "./compare-prose.ts";
import { type Difference, differ, type Facts, type Place } from "./difference.ts";
import { matchItems } from "./match-items.ts";

/** A scheme with where it stands. */
interface StandingScheme {
  readonly scheme: SecurityScheme;
  readonly pointer: string;
}

/** Where a token comes from (OpenAPI 3.1, sections 4.8.28 and 4.8.29): who gets one there has to go elsewhere. */
export function compareFlows(
  place: Place,
  base: StandingScheme,
  head: StandingScheme,
): readonly Difference[] {
  const [before, after] = [readOrigin(base.scheme), readOrigin(head.scheme)];
  const name = head.scheme.name;
  const tell = (facts: Omit<Facts, "rule" | "source">) =>
    differ(place, {
      rule: "security-scheme",
      direction: "request",
      source: "note",
      ...facts,
      ...(place.operations.length === 0 && { wire: "note" }),
    });
  if (before.kind !== after.kind) {
    if (before.kind === "none" || after.kind === "none") return [];
    const message = `The token of \`${name}\` comes from ${after.kind} now; it came from ${before.kind}.`;
    return [tell({ comparison: "different", wire: "note", message, base: base.pointer, head: head.pointer })];
  }
  if (before.url !== after.url) {
    const [was, is] = [base, head].map(({ pointer }) => joinPointer(pointer, "openIdConnectUrl"));
    const message = `The OpenID Connect URL of \`${name}\` is \`${after.url}\` now; it was \`${before.url}\`.`;
    return [
      tell({ comparison: "different", message, base: was, head: is, before: before.url, after: after.url }),
    ];
  }
  const { both, removed, added } = matchItems(before.flows, after.flows, ({ kind }) => kind);
  return [
    ...both.flatMap((pair) => [
      ...compareUrls(pair.base, pair.head, name).map(tell),
      ...compareScopes(pair.base, pair.head, name).map(tell),
      ...compareToldProse(place, `the flow \`${pair.head.kind}\` of \`${name}\``, pair.base, pair.head),
    ]),
    ...removed.map((flow) =>
      tell({
        comparison: "narrower",
        message: `The flow \`${flow.kind}\` of \`${name}\` is gone.`,
        base: flow.pointer,
      }),
    ),
    ...added.map((flow) =>
      tell({
        comparison: "wider",
        message: `The flow \`${flow.kind}\` of \`${name}\` is new.`,
        head: flow.pointer,
      }),
    ),
  ];
}

interface Origin {
  readonly kind: "a bearer scheme" | "OAuth 2" | "OpenID Connect" | "none";
  readonly flows: readonly OAuthFlow[];
  readonly url: string;
}

function readOrigin(scheme: SecurityScheme): Origin {
  if (scheme.kind !== "bearer") return { kind: "none", flows: [], url: "" };
  if (scheme.flows !== undefined) return { kind: "OAuth 2", flows: scheme.flows, url: "" };
  const url = scheme.openIdConnectUrl;
  if (url !== undefined) return { kind: "OpenID Connect", flows: [], url };
  return { kind: "a bearer scheme", flows: [], url: "" };
}

type FlowFacts = Omit<Facts, "rule" | "source">;

function compareUrls(base: OAuthFlow, head: OAuthFlow, name: string): readonly FlowFacts[] {
  return (["authorizationUrl", "tokenUrl", "refreshUrl"] as const).flatMap((member): FlowFacts[] => {
    const [before, after] = [base[member], head[member]];
    if (before === after) return [];
    const comparison: Comparison =
      before === undefined ? "wider" : after === undefined ? "narrower" : "different";
    return [
      {
        comparison,
        message: `\`${member}\` of the flow \`${head.kind}\` of \`${name}\` is ${quote(after)} now; it was ${quote(before)}.`,
        base: before === undefined ? undefined : joinPointer(base.pointer, member),
        head: after === undefined ? undefined : joinPointer(head.pointer, member),
        before,
        after,
      },
    ];
  });
}

function quote(url: string | undefined): string {
  return url === undefined ? "absent" : `\`${url}\``;
}

function compareScopes(base: OAuthFlow, head: OAuthFlow, name: string): readonly FlowFacts[] {
  const scopes = [...new Set([...Object.keys(base.scopes), ...Object.keys(head.scopes)])].sort();
  return scopes.flatMap((scope): FlowFacts[] => {
    const [before, after] = [base.scopes[scope], head.scopes[scope]];
    if (before === after) return [];
    const flow = `the flow \`${head.kind}\` of \`${name}\``;
    const isGone = after === undefined;
    const said = before !== undefined && !isGone;
    const state = said ? "is explained otherwise" : isGone ? "is gone" : "is new";
    return [
      {
        comparison: said ? "equal" : isGone ? "narrower" : "wider",
        message: `The scope \`${scope}\` of ${flow} ${state}.`,
        base: before === undefined ? undefined : joinPointer(base.pointer, "scopes", scope),
        head: isGone ? undefined : joinPointer(head.pointer, "scopes", scope),
        before,
        after,
      },
    ];
  });
}
