import type { Api } from "@specmill/spec";
import { expect, it } from "vitest";
import { redactReport } from "../src/report/redact-report.ts";
import { writeNdjson } from "../src/report/write-ndjson.ts";
import { fakeReports } from "./fake-reports.ts";

const api: Api = {
  title: "a",
  version: "1",
  servers: [],
  schemas: [],
  inferences: [],
  securitySchemes: [
    { kind: "apiKey", name: "key", in: "header", parameter: "X-Api-Key" },
    { kind: "bearer", name: "token" },
  ],
  operations: [
    {
      id: "updateProfile",
      pointer: "#/paths/~1a/patch",
      method: "patch",
      path: "/a",
      deprecated: false,
      parameters: [],
      responses: [],
      security: [],
      sensitive: ["password"],
    },
  ],
};

it("No format can hold a secret of a report that was redacted: not in an exchange, not in a message.", () => {
  const secrets = ["key-4711", "token-4711", "pass-4711"];
  const reports = fakeReports.map((report) => ({
    ...report,
    results: report.results.map((result) => ({
      ...result,
      failures: result.failures.map((failure) => ({ ...failure, message: secrets.join(" ") })),
      exchange: {
        request: {
          method: "PATCH",
          target: "/a",
          headers: { "x-api-key": "key-4711", authorization: "Bearer token-4711" },
          body: '{"password":"pass-4711"}',
        },
        response: { status: 200, headers: { "x-echo": "token-4711" }, body: "pass-4711" },
      },
    })),
  }));
  expect(writeNdjson(reports)).toContain("4711");
  const text = writeNdjson(reports.map((report) => redactReport(report, api)));
  expect(text).not.toContain("4711");
  expect(text).toContain("$SPECMILL_X_API_KEY $SPECMILL_BEARER $SPECMILL_PASSWORD");
});

it("A case of an operation that the document does not have shows no secret of any.", () => {
  const [report] = fakeReports;
  if (report === undefined) throw new Error("There is no report");
  const exchange = {
    request: { method: "GET", target: "/", headers: { "x-api-key": "key-4711" } },
    response: { status: 404, headers: {}, body: "" },
  };
  const results = report.results.map((result) => ({ ...result, operation: "gone", exchange }));
  expect(writeNdjson([redactReport({ ...report, results }, api)])).not.toContain("4711");
});
