import type { Palette } from "@specmill/spec";
import type { CaseResult } from "../run/verdict.ts";
import type { WireRequest, WireResponse } from "../wire/exchange.ts";
import { explainFailure } from "./explain-failure.ts";
import { baseUrlOf, formatCurl } from "./format-curl.ts";
import { formatPlace, type Locate } from "./report-place.ts";
import { makeVisible } from "./report-text.ts";

/** All of one case for a terminal: what went over the wire, and what was found. */
export function writeReplay(
  { id, title, pointer, outcome, reason, exchange, failures }: CaseResult,
  { api, target }: Parameters<typeof baseUrlOf>[0],
  palette: Palette,
  locate: Locate,
): string {
  const paint = outcome === "passed" ? palette.green : outcome === "failed" ? palette.red : palette.yellow;
  const found = failures.flatMap((failure) => [
    "",
    palette.red(`${failure.rule} (${failure.blame})`),
    makeVisible(failure.message),
    `at ${formatPlace(locate(api, failure.pointer))} ${makeVisible(failure.pointer)}`,
    explainFailure(failure).action,
  ]);
  const wire =
    exchange === undefined
      ? []
      : [
          "",
          ...writeRequestLines(exchange.request),
          "",
          ...writeResponseLines(exchange.response),
          "",
          palette.dim(formatCurl(exchange.request, baseUrlOf({ api, target }))),
        ];
  return [
    `${paint(outcome)}  ${makeVisible(id)}`,
    makeVisible(title),
    `at ${formatPlace(locate(api, pointer))}`,
    ...(reason === undefined ? [] : [reason]),
    ...wire,
    ...found,
  ].join("\n");
}

function writeRequestLines({ method, target, headers, body }: WireRequest): readonly string[] {
  return [`> ${method} ${makeVisible(target)}`, ...writeHeaders(">", headers), ...writeBody(">", body)];
}

function writeResponseLines({ status, headers, body }: WireResponse): readonly string[] {
  return [`< ${status}`, ...writeHeaders("<", headers), ...writeBody("<", body === "" ? undefined : body)];
}

function writeHeaders(mark: string, headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${mark} ${name}: ${makeVisible(value)}`);
}

function writeBody(mark: string, body: string | undefined): readonly string[] {
  return body === undefined ? [] : [mark, ...body.split("\n").map((line) => `${mark} ${makeVisible(line)}`)];
}
