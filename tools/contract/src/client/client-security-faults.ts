import type { Operation as Descriptor, SecurityScheme } from "@specmill/runtime";
import type { DescriptorFault } from "./client-descriptor-faults.ts";

type Alternative = readonly SecurityScheme[];

/** Every change to the credentials that a client sends which no other alternative makes up for. */
export function listSecurityFaults(descriptor: Descriptor): readonly DescriptorFault[] {
  const { security, ...rest } = descriptor;
  if (security === undefined) return [];
  const fault = (name: string, change: string, changed: Descriptor): DescriptorFault => ({
    name,
    fault: "credential",
    change,
    descriptor: changed,
  });
  const used = security.filter((alternative) => isUsed(alternative, security));
  const schemes = new Map(used.flat().map((scheme) => [scheme.name, scheme]));
  const altered = [...schemes.values()].flatMap((scheme) =>
    alter(scheme).map(([what, faulty]) => {
      const alternatives = security.map((all) => all.map((one) => (one.name === scheme.name ? faulty : one)));
      const change = `${scheme.name}: ${describe(scheme)} → ${describe(faulty)}`;
      return fault(`credential-${what} ${scheme.name}`, change, { ...descriptor, security: alternatives });
    }),
  );
  const dropped = used
    .filter((alternative) => !security.some((other) => other !== alternative && isWithin(other, alternative)))
    .map((alternative) =>
      fault(`alternative-dropped ${nameOf(alternative)}`, `${nameOf(alternative)} is not known`, {
        ...descriptor,
        security: security.filter((one) => one !== alternative),
      }),
    );
  const halved = used.flatMap((alternative) =>
    alternative.length < 2
      ? []
      : halve(alternative, security).map(([name, alternatives]) =>
          fault(`scheme-dropped ${nameOf(alternative)} ${name}`, `${name} is not sent`, {
            ...descriptor,
            security: alternatives,
          }),
        ),
  );
  return [...altered, ...dropped, ...halved, fault("security-dropped", "no credential is sent", rest)];
}

/** Whether a call ever sends an alternative as it is: no earlier one asks for less, and no two want the same header. */
function isUsed(alternative: Alternative, security: readonly Alternative[]): boolean {
  const earlier = security.slice(0, security.indexOf(alternative));
  const places = alternative.map((scheme) =>
    describe(scheme).replace(/^(bearer|basic)$/, "header authorization"),
  );
  return new Set(places).size === places.length && !earlier.some((other) => isWithin(other, alternative));
}

function isWithin(part: Alternative, whole: Alternative): boolean {
  return part.every(({ name }) => whole.some((scheme) => scheme.name === name));
}

/** An alternative without one of its schemes; where what is left is another alternative, nothing is wrong with it. */
function halve(
  alternative: Alternative,
  security: readonly Alternative[],
): readonly (readonly [name: string, security: readonly Alternative[]])[] {
  return alternative.flatMap(({ name }) => {
    const left = alternative.filter((scheme) => scheme.name !== name);
    const isKnown = security.some((other) => isWithin(other, left) && isWithin(left, other));
    return isKnown ? [] : [[name, security.map((one) => (one === alternative ? left : one))] as const];
  });
}

function nameOf(alternative: Alternative): string {
  return alternative.map(({ name }) => name).join("+");
}

function alter(scheme: SecurityScheme): readonly (readonly [what: string, faulty: SecurityScheme])[] {
  if (scheme.kind !== "apiKey") {
    const bare = { name: scheme.name, kind: "apiKey", in: "header" } as const;
    return [
      ["moved", { ...bare, parameter: "x-authorization" }],
      // The runtime tells bearer from basic by the credential itself: this is what is left of the one without prefix.
      ...(scheme.kind === "bearer" ? [["bare", { ...bare, parameter: "authorization" }] as const] : []),
    ];
  }
  return [
    ["renamed", { ...scheme, parameter: `${scheme.parameter}x` }],
    ["moved", { ...scheme, in: scheme.in === "header" ? "query" : "header" }],
  ];
}

function describe(scheme: SecurityScheme): string {
  return scheme.kind === "apiKey" ? `${scheme.in} ${scheme.parameter}` : scheme.kind;
}
