import type { Operation, Parameter } from "@specmill/spec";
import { compareToldProse } from "./compare-prose.ts";
import { compareRequired } from "./compare-required.ts";
import { compareSerialization } from "./compare-serialization.ts";
import { compareValueSchemas } from "./compare-value-schemas.ts";
import { compareGone, compareNew, type Difference, differ, type Exchange } from "./difference.ts";
import { matchItems } from "./match-items.ts";

/** The parameters of an operation, those of its path included (OpenAPI 3.1, section 4.8.12). */
export function compareParameters(
  exchange: Exchange,
  base: Operation,
  head: Operation,
): readonly Difference[] {
  const keys = new Map([...keyParameters(base), ...keyParameters(head)]);
  const { both, removed, added } = matchItems(
    base.parameters,
    head.parameters,
    (parameter) => keys.get(parameter) ?? parameter.name,
  );
  const direction = exchange.request;
  return [
    ...both.flatMap((pair) => compareParameter(exchange, pair.base, pair.head)),
    ...removed.map((parameter) =>
      differ(exchange, {
        rule: "parameter-removed",
        direction,
        comparison: compareGone(direction, parameter.required),
        wire: "breaking",
        message: `The ${nameParameter(parameter)} is gone.`,
        base: parameter.pointer,
      }),
    ),
    ...added.map((parameter) =>
      differ(exchange, {
        rule: "parameter-added",
        direction,
        ...compareNew(direction, parameter.required),
        message: `The ${nameParameter(parameter)} is new${parameter.required ? ", and required" : ""}.`,
        head: parameter.pointer,
      }),
    ),
  ];
}

/**
 * What tells parameters apart: where they travel and the name, which has no case in a header (RFC 9110, section 5.1),
 * and of which in a path only the position travels.
 */
function keyParameters({ parameters, path }: Operation): readonly (readonly [Parameter, string])[] {
  const variables = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  return parameters.map((parameter) => {
    const { name, in: location } = parameter;
    const position = location === "path" ? variables.indexOf(name) : -1;
    if (position >= 0) return [parameter, `path #${position}`];
    return [parameter, `${location} ${location === "header" ? name.toLowerCase() : name}`];
  });
}

function compareParameter(exchange: Exchange, base: Parameter, head: Parameter): readonly Difference[] {
  const direction = exchange.request;
  const subject = `The ${nameParameter(head)}`;
  const required = compareRequired(exchange, "parameter-required", direction, subject, base, head);
  return [
    ...compareNames(exchange, base, head),
    ...required,
    ...compareSerialization(exchange, direction, subject, base, head),
    ...compareToldProse(exchange, `the ${nameParameter(head)}`, base, head),
    ...compareValueSchemas(
      exchange,
      direction,
      subject,
      { kind: "parameter", name: head.name },
      { schema: base.schema, pointer: base.schemaPointer ?? base.pointer },
      { schema: head.schema, pointer: head.schemaPointer ?? head.pointer },
    ),
  ];
}

function compareNames(exchange: Exchange, base: Parameter, head: Parameter): readonly Difference[] {
  if (base.name === head.name) return [];
  // Of all that a path can hold, only the style `matrix` sends the name along.
  const isSent = base.in === "path" && [base, head].some(({ style }) => style === "matrix");
  return [
    differ(exchange, {
      rule: base.in === "path" ? "path-parameter-renamed" : "parameter-serialization",
      direction: exchange.request,
      comparison: isSent ? "different" : "equal",
      source: "breaking",
      message: `The ${nameParameter(base)} is called \`${head.name}\` now.`,
      base: base.pointer,
      head: head.pointer,
      before: base.name,
      after: head.name,
    }),
  ];
}

function nameParameter(parameter: Parameter): string {
  return `${parameter.in} parameter \`${parameter.name}\``;
}
