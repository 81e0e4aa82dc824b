import type { Operation, Response } from "@specmill/spec";
import { compareContent, compareMediaType } from "./compare-content.ts";
import { compareHeaders } from "./compare-headers.ts";
import { compareLinks } from "./compare-links.ts";
import { compareToldProse } from "./compare-prose.ts";
import { type Difference, differ, type Exchange } from "./difference.ts";
import { matchMediaTypes } from "./match-media-types.ts";
import { coversResponse, isError, matchResponses } from "./match-responses.ts";

/** What an operation may answer (OpenAPI 3.1, section 4.8.16). */
export function compareResponses(
  exchange: Exchange,
  base: Operation,
  head: Operation,
): readonly Difference[] {
  const { both, general, special, removed, added } = matchResponses(base.responses, head.responses);
  const direction = exchange.response;
  return [
    ...both.flatMap((pair) => compareResponse(exchange, pair.base, pair.head)),
    ...general.flatMap((pair) => [
      differ(exchange, {
        rule: "response-removed",
        direction,
        comparison: "equal",
        // Packages tell a status by what the document calls it.
        source: "breaking",
        message: `The response \`${pair.base.status}\` is told by \`${pair.head.status}\` now.`,
        base: pair.base.pointer,
        head: pair.head.pointer,
      }),
      ...compareResponse(exchange, pair.base, pair.head),
    ]),
    ...special.flatMap((pair) => compareSharedBodies(exchange, pair.base, pair.head)),
    ...removed.map((response) => {
      const isRefined = head.responses.some((other) => coversResponse(response, other, base.responses));
      const isHarmless = isRefined || isError(response, base.responses);
      return differ(exchange, {
        rule: "response-removed",
        direction,
        comparison: "narrower",
        // What is answered to the server has to be a status that it knows.
        wire: isHarmless && direction === "response" ? "compatible" : "breaking",
        message: `The response \`${response.status}\` is gone.`,
        base: response.pointer,
      });
    }),
    ...special.map((pair) =>
      differ(exchange, {
        rule: "response-added",
        direction,
        comparison: "equal",
        source: "compatible",
        message: `The response \`${pair.head.status}\` has a description of its own; \`${pair.base.status}\` told of it.`,
        base: pair.base.pointer,
        head: pair.head.pointer,
      }),
    ),
    ...added.map((response) =>
      differ(exchange, {
        rule: "response-added",
        direction,
        comparison: "wider",
        wire: isError(response, head.responses) ? "note" : "compatible",
        message: `The response \`${response.status}\` is new.`,
        head: response.pointer,
      }),
    ),
  ];
}

function compareResponse(exchange: Exchange, base: Response, head: Response): readonly Difference[] {
  const subject = `response \`${head.status}\``;
  const owner = { direction: exchange.response, status: head.status };
  return [
    ...compareToldProse(exchange, `the ${subject}`, base, head),
    ...compareHeaders(
      exchange,
      {
        ...owner,
        subject,
        rules: {
          added: "response-header-added",
          removed: "response-header-removed",
          required: "response-header-required",
        },
      },
      base,
      head,
    ),
    ...compareContent(exchange, { ...owner, message: "response", subject: `the ${subject}` }, base, head),
    ...compareLinks(exchange, base, head),
  ];
}

/** A status that a range told of before: what is in the bodies that both have. */
function compareSharedBodies(exchange: Exchange, base: Response, head: Response): readonly Difference[] {
  const { both, general, special } = matchMediaTypes(base.content, head.content);
  const body = {
    message: "response",
    direction: exchange.response,
    status: head.status,
    subject: `the response \`${head.status}\``,
  } as const;
  return [...both, ...general, ...special].flatMap((pair) =>
    compareMediaType(exchange, body, pair.base, pair.head),
  );
}
