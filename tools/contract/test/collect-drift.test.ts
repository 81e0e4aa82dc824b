import http from "node:http";
import type { JsonObject } from "@specmill/spec";
import { expect, test } from "vitest";
import { collectDrift } from "../src/upstream/collect-drift.ts";
import type { DriftReport } from "../src/upstream/drift.ts";
import { createDriftContext } from "../src/upstream/drift-context.ts";
import { findDrift } from "../src/upstream/find-drift.ts";
import { writeDriftJson } from "../src/upstream/write-drift-json.ts";
import { writeDriftLine } from "../src/upstream/write-drift-line.ts";
import { writeDriftMarkdown } from "../src/upstream/write-drift-markdown.ts";
import { writeDriftSummary } from "../src/upstream/write-drift-summary.ts";
import { readRequest } from "../src/wire/read-request.ts";
import { applyPatch } from "./apply-patch.ts";
import { exchangeOf, petsDocument, rex } from "./drift-documents.ts";
import { begin, serve } from "./wire-servers.ts";

const json = { "content-type": "application/json" };

/** A server that is not as its document has it, each way in which that can be at an address of its own. */
const answers: Readonly<
  Record<string, { status?: number; headers?: http.OutgoingHttpHeaders; body?: unknown }>
> = {
  "GET /pets/1": { body: { ...rex, colour: "brown" } },
  "GET /pets/2": { body: { ...rex, name: null } },
  "GET /pets/3": { status: 410 },
  "GET /pets/4": { headers: { "content-type": "text/csv" }, body: "Rex,dog" },
  "GET /pets/5": { body: { name: "Rex" } },
  "GET /pets/6": { body: { ...rex, kind: "bird" } },
  "GET /pets/7": { body: rex, headers: { ...json, "X-Cost": "1" } },
  "GET /pets/8": { body: { ...rex, age: "old" } },
  "PATCH /pets/9": { body: rex },
  "GET /shops/12": { body: { open: true } },
  "GET /pets?sort=name": { body: [], headers: { ...json, "X-Total": "0" } },
};

test("finds in the traffic of a server exactly the ways in which it has drifted, and a patch for all of them", async () => {
  const url = await serve(
    http.createServer((request, response) => {
      const {
        status = 200,
        headers = json,
        body,
      } = answers[`${request.method} ${request.url}`] ?? { status: 404 };
      const isText = typeof body === "string" || body === undefined;
      response
        .writeHead(status, isText && headers === json ? {} : headers)
        .end(isText ? body : JSON.stringify(body));
    }),
  );
  const visit = async (document: JsonObject): Promise<DriftReport> => {
    const proxy = await begin(url, { document });
    for (const key of Object.keys(answers)) {
      const [method = "", path = ""] = key.split(" ");
      await (await fetch(`${proxy.url}${path}`, { method })).text();
    }
    return proxy.report();
  };
  const report = await visit(petsDocument());
  expect(
    report.findings.map(({ kind, pointer, observed }) => `${kind} ${pointer} ${observed.join(",")}`),
  ).toEqual(
    [
      'undocumented-value #/components/schemas/Pet/properties/kind/enum "bird"',
      "undocumented-type #/components/schemas/Pet/properties/age/type string",
      "undocumented-property #/components/schemas/Pet/properties/colour string",
      "undocumented-null #/components/schemas/Pet/properties/name/type null",
      "missing-required #/components/schemas/Pet/required/1 ",
      "undocumented-query-parameter #/paths/~1pets/get/parameters string",
      "undocumented-media-type #/paths/~1pets~1{petId}/get/responses/200/content/text~1csv text/csv",
      "undocumented-header #/paths/~1pets~1{petId}/get/responses/200/headers/x-cost string",
      "undocumented-status #/paths/~1pets~1{petId}/get/responses/410 410",
      "undocumented-operation #/paths/~1pets~1{petId}/patch 200",
      "undocumented-operation #/paths/~1shops~1{id}/get 200",
    ].sort((a, b) => compare(a.split(" ")[1] ?? "", b.split(" ")[1] ?? "")),
  );
  const mended = await visit(applyPatch(petsDocument(), report.patch));
  expect(mended).toMatchObject({ exchanges: 11, findings: [], patch: [] });
});

test("tells of one difference once, with how often it was seen and all that was seen of it", () => {
  const collector = collectDrift(petsDocument());
  const found = [1.5, "old", null, 2.5].map(
    (age) => collector.add(exchangeOf({}, { json: { ...rex, age } })).length,
  );
  expect(found).toEqual([1, 0, 1, 0]);
  const { findings, patch } = collector.report();
  expect(findings.map(({ kind, times, observed }) => ({ kind, times, observed }))).toEqual([
    { kind: "undocumented-null", times: 1, observed: ["null"] },
    { kind: "undocumented-type", times: 3, observed: ["number", "string"] },
  ]);
  expect(patch).toEqual([
    {
      op: "replace",
      path: "/components/schemas/Pet/properties/age/type",
      value: ["number", "string", "null"],
    },
  ]);
});

test("tells what of the document was never seen, and of that no parts", () => {
  const collector = collectDrift(petsDocument());
  collector.add(exchangeOf({ target: "/pets" }, { json: [rex], headers: { "x-total": "1" } }));
  const { neverSeen, findings, patch } = collector.report();
  expect({ findings, patch }).toEqual({ findings: [], patch: [] });
  expect(neverSeen.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
    "parameter #/paths/~1pets/get/parameters/0",
    "property #/components/schemas/Pet/properties/age",
    "property #/components/schemas/Pet/properties/born",
    "property #/components/schemas/Pet/properties/tags",
    "operation #/paths/~1pets/post",
    "operation #/paths/~1pets~1{petId}/get",
  ]);
});

test("keeps no value that is somebody's", () => {
  const collector = collectDrift(petsDocument());
  const secret = "correct-horse-battery";
  const headers = {
    "x-shop": secret,
    "x-key": secret,
    cookie: `s=${secret}`,
    authorization: `Bearer ${secret}`,
    "x-mine": secret,
  };
  collector.add(
    exchangeOf(
      {
        method: "POST",
        target: `/pets?a=${secret}`,
        headers,
        json: { ...rex, password: secret, pin: secret, note: secret },
      },
      {
        status: 201,
        headers: { "set-cookie": `s=${secret}`, "x-theirs": secret },
        json: { ...rex, kind: secret, echo: secret },
      },
    ),
  );
  collector.add(exchangeOf({ target: "/people/alice@example.com" }, { json: { note: secret } }));
  collector.add(
    exchangeOf({ target: "/tokens/8f14e45fceea167a5a36dedd4bea2543" }, { json: { "alice@example.com": 1 } }),
  );
  const report = collector.report();
  expect(report.findings.length).toBeGreaterThan(8);
  const written = [
    writeDriftJson(report),
    writeDriftMarkdown(report, "a.yaml"),
    writeDriftSummary(report),
    ...report.findings.map(writeDriftLine),
  ];
  expect(written.join("\n")).not.toMatch(/correct-horse|alice|8f14e45f/);
});

test("looks at no body that it does not know", () => {
  const collector = collectDrift(petsDocument());
  const { request, response } = exchangeOf({}, { json: rex });
  collector.add({ request, response: { ...response, body: "" }, unread: ["response"] });
  expect(collector.report()).toMatchObject({ exchanges: 1, unread: 1, findings: [] });
});

test("the same traffic makes the same report, byte for byte", () => {
  const texts = [1, 2].map(() => {
    const collector = collectDrift(petsDocument());
    for (const age of ["old", null])
      collector.add(exchangeOf({}, { json: { ...rex, age, colour: "brown" } }));
    const report = collector.report();
    return writeDriftJson(report) + writeDriftMarkdown(report, "a.yaml") + writeDriftSummary(report);
  });
  expect(texts[0]).toBe(texts[1]);
});

test("leaves the document that it was given as it was", () => {
  const document = petsDocument();
  const collector = collectDrift(document);
  collector.add(exchangeOf({ target: "/new" }, { json: { ...rex, age: "old" } }));
  collector.report();
  expect(document).toEqual(petsDocument());
  expect(
    findDrift(createDriftContext(document, readRequest), exchangeOf({ target: "/new" }, { json: 1 })),
  ).toHaveLength(1);
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
