import type { Api, Operation } from "@specmill/spec";
import type { Credential } from "../case/contract-case.ts";
import type { Failure } from "../run/verdict.ts";
import type { WireRequest } from "./exchange.ts";
import { type PlacedCredential, placeCredential } from "./wire-credentials.ts";
import { type Pair, readCookies, splitTarget } from "./wire-target.ts";
import { percentDecode } from "./wire-text.ts";

/**
 * Whether a request carries the credentials of one alternative of which all were given, each where its scheme says,
 * and those of no other, anywhere.
 *
 * @returns failures that name the scheme and the place, and never the credential
 */
export function checkCredentials(
  api: Api,
  operation: Operation,
  credentials: readonly Credential[],
  sent: WireRequest,
): readonly Failure[] {
  const placed = credentials.flatMap((credential) => placeCredential(api, credential) ?? []);
  const usable = operation.security.flatMap((names) => {
    const alternative = placed.filter(({ scheme }) => names.includes(scheme));
    return names.length > 0 && alternative.length === names.length ? [alternative] : [];
  });
  const judged = (usable.length === 0 ? [[]] : usable).map((wanted) => judge(placed, wanted, sent));
  const [closest = []] = judged.toSorted((one, other) => one.length - other.length);
  return closest.map((message) => ({
    rule: "wire-mismatch",
    blame: "client",
    message: `${operation.id}: ${message}.`,
    pointer: operation.pointer,
  }));
}

function judge(
  all: readonly PlacedCredential[],
  wanted: readonly PlacedCredential[],
  sent: WireRequest,
): readonly string[] {
  const missing = wanted
    // Two that go into one header cannot both be there: one of them has to do.
    .filter(({ in: place, name }) =>
      wanted.every((one) => one.in !== place || one.name !== name || !isInPlace(one, sent)),
    )
    .map(
      ({ scheme, name, in: place }) =>
        `the credential of ${scheme} is not in the ${place} ${name} as it should be`,
    );
  const elsewhere = all.flatMap((credential) =>
    findElsewhere(credential, wanted, sent).map(
      (place) => `the credential of ${credential.scheme} is in ${place}`,
    ),
  );
  const asks = wanted.some(({ in: place, name }) => place === "header" && name === "authorization");
  const isBare = "authorization" in sent.headers && !asks && elsewhere.length === 0;
  return [
    ...missing,
    ...elsewhere,
    ...(isBare ? ["the header authorization was sent, for which nothing asks"] : []),
  ];
}

function isInPlace(credential: PlacedCredential, { target, headers }: WireRequest): boolean {
  const { name, value } = credential;
  switch (credential.in) {
    case "header": {
      // RFC 9110, section 11.1: the name of a scheme has no case.
      const [scheme = "", ...rest] = (headers[name] ?? "").split(" ");
      const actual = rest.length === 0 ? scheme : [scheme.toLowerCase(), ...rest].join(" ");
      return (
        headers[name] === value || actual === value.replace(/^(Bearer|Basic) /, (text) => text.toLowerCase())
      );
    }
    case "query":
      return isPaired(splitTarget(target).query, name, value);
    case "cookie":
      return isPaired(readCookies(headers["cookie"]), name, value);
  }
}

function isPaired(pairs: readonly Pair[], name: string, value: string): boolean {
  const found = pairs.filter((pair) => pair.name === name);
  return found.length === 1 && found.every(({ raw }) => percentDecode(raw) === percentDecode(value));
}

/** Shorter ones may stand anywhere by chance. */
const shortestSecret = 6;

/** The places of a request, other than those that ask for it, where a credential is. */
function findElsewhere(
  { secrets }: PlacedCredential,
  wanted: readonly PlacedCredential[],
  { target, headers, body = "" }: WireRequest,
): readonly string[] {
  const isAsked = (place: PlacedCredential["in"], name: string) =>
    wanted.some(
      (one) =>
        one.in === place &&
        one.name === name &&
        one.secrets.some((secret) => secrets.some((own) => secret.includes(own))),
    );
  const holds = (text: string) =>
    secrets.some(
      (secret) =>
        secret.length >= shortestSecret && (text.includes(secret) || percentDecode(text).includes(secret)),
    );
  const { path, query } = splitTarget(target);
  const { cookie, ...others } = headers;
  const pairs = (place: "query" | "cookie", found: readonly Pair[]) =>
    found
      .filter(({ name, raw }) => holds(raw) && !isAsked(place, name))
      .map(({ name }) => `the ${place} ${name}`);
  return [
    ...(holds(path) ? ["the path"] : []),
    ...pairs("query", query),
    ...pairs("cookie", readCookies(cookie)),
    ...Object.entries(others)
      .filter(([name, value]) => holds(value) && !isAsked("header", name))
      .map(([name]) => `the header ${name}`),
    ...(holds(body) ? ["the body"] : []),
  ];
}
