import { createServer, type ServerResponse } from "node:http";
import type { JsonValue } from "@specmill/spec";
import { expect, test } from "vitest";
import { writeDriftJson } from "../src/upstream/write-drift-json.ts";
import { writeDriftMarkdown } from "../src/upstream/write-drift-markdown.ts";
import { writeDriftSummary } from "../src/upstream/write-drift-summary.ts";
import { applyPatch } from "./apply-patch.ts";
import { petsDocument, rex } from "./drift-documents.ts";
import { begin, serve } from "./wire-servers.ts";

interface Drifting {
  /** What the server does, and the document does not say. */
  readonly name: string;
  readonly answer: (response: ServerResponse) => void;
  readonly path?: string;
  readonly want: readonly string[];
}

const pet = "#/components/schemas/Pet";
const getPet = "#/paths/~1pets~1{petId}/get";

const servers: readonly Drifting[] = [
  { name: "nothing", answer: answerWith(rex), want: [] },
  {
    name: "a property more",
    answer: answerWith({ ...rex, nick: "R" }),
    want: [`undocumented-property ${pet}/properties/nick`],
  },
  {
    name: "null where a string was promised",
    answer: answerWith({ ...rex, name: null }),
    want: [`undocumented-null ${pet}/properties/name/type`],
  },
  {
    name: "another value of an enum",
    answer: answerWith({ ...rex, kind: "bird" }),
    want: [`undocumented-value ${pet}/properties/kind/enum`],
  },
  {
    name: "a required property less",
    answer: answerWith({ name: "Rex" }),
    want: [`missing-required ${pet}/required/1`],
  },
  {
    name: "another status",
    answer: answerWith({ title: "Gone" }, { status: 410 }),
    want: [`undocumented-status ${getPet}/responses/410`],
  },
  {
    name: "another media type",
    answer: answerWith(rex, { type: "application/hal+json" }),
    want: [`undocumented-media-type ${getPet}/responses/200/content/application~1hal+json`],
  },
  {
    name: "a header more",
    answer: answerWith(rex, { headers: { "X-Quota": "7" } }),
    want: [`undocumented-header ${getPet}/responses/200/headers/x-quota`],
  },
  {
    name: "an operation more",
    path: "/shops/4711/pets",
    answer: answerWith([rex]),
    want: ["undocumented-operation #/paths/~1shops~1{id}~1pets/get"],
  },
  {
    name: "all of it at once",
    answer: answerWith({ kind: "bird", name: null, nick: "R" }, { headers: { "X-Quota": "7" } }),
    want: [
      `undocumented-null ${pet}/properties/name/type`,
      `undocumented-value ${pet}/properties/kind/enum`,
      `undocumented-property ${pet}/properties/nick`,
      `undocumented-header ${getPet}/responses/200/headers/x-quota`,
    ],
  },
];

test.each(servers)(
  "of a server that drifts by $name, a proxy reports just that, and a patch that ends it",
  async ({ answer, path = "/pets/7", want }) => {
    const target = await serve(createServer((_request, response) => answer(response)));
    const ask = async (document: ReturnType<typeof petsDocument>) => {
      const proxy = await begin(target, { document });
      for (let times = 0; times < 2; times += 1) await (await fetch(`${proxy.url}${path}`)).arrayBuffer();
      return proxy.report();
    };
    const report = await ask(petsDocument());
    expect(report.findings.map(({ kind, pointer }) => `${kind} ${pointer}`).sort()).toEqual([...want].sort());
    expect(report.findings.every(({ times, patch }) => times === 2 && patch.length > 0)).toBe(true);
    expect((await ask(applyPatch(petsDocument(), report.patch))).findings).toEqual([]);
  },
);

test("a report of the same traffic is the same to the byte, and holds nobody's data", async () => {
  const secrets = { password: "hunter2!", token: "sk_live_4eC39HqLyjWDarjtT1", mail: "ann@example.test" };
  const target = await serve(
    createServer((_request, response) => answerWith({ ...rex, ...secrets })(response)),
  );
  const texts = [];
  for (let round = 0; round < 2; round += 1) {
    const proxy = await begin(target);
    const headers = {
      authorization: "Bearer abcdefgh",
      "x-session-token": "ijklmnop",
      cookie: "sid=qrstuvwx",
    };
    await (await fetch(`${proxy.url}/pets/ann@example.test?key=yzabcdef`, { headers })).text();
    const report = await proxy.report();
    texts.push([writeDriftSummary(report), writeDriftMarkdown(report), writeDriftJson(report)].join("\n"));
  }
  expect(texts[1]).toBe(texts[0]);
  expect(texts[0]).toContain("undocumented-property");
  for (const secret of [...Object.values(secrets), "abcdefgh", "ijklmnop", "qrstuvwx", "yzabcdef"]) {
    expect(texts[0]).not.toContain(secret);
  }
});

function answerWith(
  body: JsonValue,
  { status = 200, type = "application/json", headers = {} } = {},
): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(status, { "content-type": type, ...headers });
    response.end(JSON.stringify(body));
  };
}
