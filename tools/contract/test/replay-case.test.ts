import { expect, test } from "vitest";
import { prepareRun } from "../src/run/prepare-run.ts";
import { replayCase } from "../src/run/replay-case.ts";
import { verifyApi } from "../src/verify-api.ts";
import type { Target, WireRequest } from "../src/wire/exchange.ts";
import { smallDocument, subjectOf } from "./small-api.ts";

const subject = subjectOf(smallDocument);

/** A server that keeps what it was sent; it may change things only where `isUnsafe` says so. */
async function serve(send: Target["send"], isUnsafe: boolean) {
  const prepared = await prepareRun(subject);
  if (prepared.kind === "failed") throw new Error("not prepared");
  const received: WireRequest[] = [];
  const target: Target = {
    kind: "upstream",
    send: (request) => {
      received.push(request);
      return send(request);
    },
  };
  return { received, upstream: { target, wallet: prepared.context.wallet, isUnsafe } };
}

test("a case by itself becomes what it became among the others", async () => {
  const { report } = await verifyApi(subject, { onProgress: () => {} });
  const kinds = new Map(report.results.map((result) => [result.kind, result]));
  expect(kinds.size).toBeGreaterThan(8);
  for (const among of kinds.values()) expect(await replayCase(subject, among.id)).toEqual(among);
});

test("a stored find is replayed by its id", async () => {
  const stored = {
    operation: "savePet",
    isAllowed: true,
    arguments: { path: { id: 1 }, body: { name: "Al" } },
  };
  const own = { ...subject, regressions: [stored] };
  const { report } = await verifyApi(own, { onProgress: () => {} });
  const id = report.results.find(({ kind }) => kind === "regression")?.id ?? "";
  expect(await replayCase(own, id)).toMatchObject({ id, kind: "regression", outcome: "passed" });
  expect(await replayCase(subject, id)).toBeUndefined();
});

test.each([
  { name: "an id that no case has", of: subject, id: "savePet/nothing" },
  {
    name: "a document that cannot be served",
    of: subjectOf(JSON.parse(JSON.stringify(smallDocument).replace('"minLength":2', '"pattern":"^[a-z"'))),
    id: "savePet/happy",
  },
])("$name gives nothing", async ({ of, id }) => {
  expect(await replayCase(of, id)).toBeUndefined();
});

test("shows what failed and what went over the wire, and no credential", async () => {
  const body = '{"name":"T"}';
  const headers = { "content-type": "application/json", "x-count": "1", "x-echo": "specmill-key" };
  const { upstream, received } = await serve(() => Promise.resolve({ status: 200, headers, body }), true);
  const result = await replayCase(subject, "savePet/happy", upstream);
  const secret = received[0]?.headers["x-key"] ?? "";
  expect(secret).not.toBe("");
  expect(result).toMatchObject({
    outcome: "failed",
    failures: [{ rule: "response-schema", blame: "upstream" }],
    exchange: { request: { method: "POST" }, response: { status: 200, body } },
  });
  expect(JSON.stringify(result)).not.toContain(secret);
});

test("a server that does not answer has failed, and nothing was exchanged", async () => {
  const { upstream } = await serve(() => Promise.reject(new Error("it is down")), true);
  const result = await replayCase(subject, "savePet/happy", upstream);
  expect(result).toMatchObject({
    outcome: "failed",
    failures: [{ rule: "server-failure", blame: "upstream" }],
  });
  expect(result).not.toHaveProperty("exchange");
});

test("what changes something on a server is not sent there unless that is asked for", async () => {
  const refuse: Target["send"] = () => Promise.reject(new Error("it is down"));
  const careful = await serve(refuse, false);
  expect(await replayCase(subject, "savePet/happy", careful.upstream)).toMatchObject({
    outcome: "skipped",
    reason: expect.stringContaining("--unsafe"),
    failures: [],
  });
  expect(careful.received).toEqual([]);
  const bold = await serve(refuse, true);
  await replayCase(subject, "savePet/happy", bold.upstream);
  expect(bold.received).toHaveLength(1);
});
