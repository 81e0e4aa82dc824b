import { fileURLToPath } from "node:url";
import { findApis } from "@specmill/spec";
import { expect, test } from "vitest";
import { prepareRun } from "../src/run/prepare-run.ts";
import { readSubject } from "../src/run/read-subject.ts";
import { runCases } from "../src/run/run-cases.ts";
import { collectDrift } from "../src/upstream/collect-drift.ts";
import type { Exchange, Target } from "../src/wire/exchange.ts";

/** What cases put in on purpose, and how the mock refuses where the document has nothing for that. */
const meant = /specmillExtra|The status 4\d\d is|application\/problem\+json with 4|header sl-violations/;

const root = fileURLToPath(new URL("../../..", import.meta.url));

test.each(await findApis(root))(
  "of $name, what all cases send and get is no drift, and leaves nothing unseen",
  async ({ name, file }) => {
    const read = await readSubject({ api: name, file }, "2026-01-01");
    if (read.kind === "failed") throw new Error(`${name} cannot be read.`);
    const run = await prepareRun(read.subject);
    if (run.kind === "failed") throw new Error(`${name} cannot be served.`);
    const traffic: Exchange[] = [];
    const { target } = run.context;
    const recording: Target = {
      ...target,
      send: async (request) => {
        const response = await target.send(request);
        traffic.push({ request, response });
        return response;
      },
    };
    await runCases({ ...run.context, target: recording }, run.cases, { onProgress: () => {} });
    const collector = collectDrift(read.subject.loaded.document);
    for (const exchange of traffic) collector.add(exchange);
    const { findings, neverSeen, exchanges } = collector.report();
    expect(exchanges).toBeGreaterThan(100);
    const told = findings.map(({ kind, message, pointer }) => `${kind} ${message} ${pointer}`);
    expect(told.filter((text) => !meant.test(text))).toEqual([]);
    expect(neverSeen.map(({ message }) => message)).toEqual([]);
  },
);
