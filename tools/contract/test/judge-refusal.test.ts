import { expect, test } from "vitest";
import type { RefusalReason } from "../src/case/contract-case.ts";
import { judgeRefusal } from "../src/run/judge-refusal.ts";
import type { WireResponse } from "../src/wire/exchange.ts";

const pointer = "#/paths/~1a/post";

function judge(reason: RefusalReason, response: WireResponse, answerer: "mock" | "upstream" = "mock") {
  const failures = judgeRefusal({ pointer, expect: { kind: "refused", reason } }, response, answerer);
  expect(failures.filter((failure) => failure.blame !== answerer || failure.pointer !== pointer)).toEqual([]);
  return failures.map(({ rule }) => rule);
}

/** What the mock says when it refuses. */
function refuse(status: number, type: string, ...validation: readonly object[]): WireResponse {
  return {
    status,
    headers: { "content-type": "application/problem+json" },
    body: JSON.stringify({ type, status, validation }),
  };
}

const prism = (name: string) => `https://stoplight.io/prism/errors#${name}`;
const own = (name: string) => `urn:specmill:mock:${name}`;
const at = (location: readonly string[], code = "x") => ({
  location,
  severity: "Error",
  code,
  message: "is wrong",
});

const answers = {
  body: refuse(422, prism("UNPROCESSABLE_ENTITY"), at(["body", "name"])),
  noBody: refuse(422, prism("UNPROCESSABLE_ENTITY"), at(["body"], "required")),
  query: refuse(422, prism("UNPROCESSABLE_ENTITY"), at(["query", "limit"])),
  header: refuse(422, prism("UNPROCESSABLE_ENTITY"), at(["header", "x-a"])),
  cookie: refuse(422, prism("UNPROCESSABLE_ENTITY"), at(["cookie", "a"])),
  path: refuse(400, own("malformed-path")),
  unknownPath: refuse(404, own("unknown-path")),
  unknownQuery: refuse(422, own("unknown-query")),
  malformed: refuse(400, own("malformed-body")),
  mediaType: refuse(415, prism("INVALID_CONTENT_TYPE")),
  unauthorised: refuse(401, prism("UNAUTHORIZED")),
  forbidden: refuse(403, own("forbidden")),
  vague: refuse(400, own("other")),
} as const;

/** For each reason, the answers that mean it; all others mean something else. */
const meant: Readonly<Record<Exclude<RefusalReason, "any">, readonly (keyof typeof answers)[]>> = {
  body: ["body", "noBody"],
  parameter: ["query", "header", "cookie", "path", "unknownPath"],
  security: ["unauthorised", "forbidden"],
  "media-type": ["mediaType"],
  "malformed-body": ["malformed"],
  "missing-body": ["body", "noBody"],
  "unknown-query": ["unknownQuery", "query"],
};
const names = Object.keys(answers) as readonly (keyof typeof answers)[];

type Meant = keyof typeof meant;
const reasons: readonly Meant[] = [
  "body",
  "parameter",
  "security",
  "media-type",
  "malformed-body",
  "missing-body",
  "unknown-query",
];

test.each(reasons)("a mock that is to refuse for %s refuses for nothing else", (reason) => {
  const good = meant[reason];
  const passed = names.filter((name) => judge(reason, answers[name]).length === 0);
  expect(passed.toSorted()).toEqual(good.toSorted());
  const others = names.filter((name) => !good.includes(name)).map((name) => judge(reason, answers[name]));
  expect(new Set(others.flat())).toEqual(new Set(["refused-otherwise"]));
});

test("any refusal does where it is all that is wanted", () => {
  for (const name of names) expect([name, judge("any", answers[name])]).toEqual([name, []]);
});

test("a server says in its own way why it refuses", () => {
  for (const reason of [...reasons, "any"] as const) {
    expect(judge(reason, { status: 400, headers: {}, body: "no" }, "upstream")).toEqual([]);
  }
});

test.each<{ status: number; want: string[] }>([
  { status: 200, want: ["invalid-request-accepted"] },
  { status: 302, want: ["invalid-request-accepted"] },
  { status: 399, want: ["invalid-request-accepted"] },
  { status: 400, want: [] },
  { status: 499, want: [] },
  { status: 500, want: ["server-failure"] },
  { status: 503, want: ["server-failure"] },
])("an answer of $status to what is wrong", ({ status, want }) => {
  for (const answerer of ["mock", "upstream"] as const) {
    expect(judge("any", { status, headers: {}, body: "" }, answerer)).toEqual(want);
  }
});

test("what is said of the answer is no reason to refuse the request", () => {
  const said = JSON.stringify([at(["response", "body", "name"])]);
  const answer = { status: 400, headers: { "sl-violations": said }, body: "" };
  expect(judge("body", answer)).toEqual(["refused-otherwise"]);
});

test("nothing is to be said where no refusal was wanted", () => {
  const answer = { status: 200, headers: {}, body: "" };
  expect(judgeRefusal({ pointer, expect: { kind: "answered" } }, answer, "mock")).toEqual([]);
});

test("tells what was meant and what was said", () => {
  const [failure] = judgeRefusal(
    { pointer, expect: { kind: "refused", reason: "body" } },
    answers.query,
    "mock",
  );
  expect(failure?.message).toBe(
    "The request was to be refused for its body, and was answered 422 for request.query.limit x.",
  );
});
