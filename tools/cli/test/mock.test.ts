import { createServer } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { begin, enterHouse, petsDocument, run } from "./house.ts";

test("prints a line of JSON for each API once it answers, and ends on Ctrl-C", async () => {
  await enterHouse({ "specs/birds/openapi.yaml": petsDocument, "specs/pets/openapi.yaml": petsDocument });
  const { printed, ended } = begin("mock", "--port", "0", "--json");
  await vi.waitFor(() => expect(printed.stdout.split("\n")).toHaveLength(3), { timeout: 20_000 });
  const lines = printed.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ api }) => api)).toEqual(["birds", "pets"]);
  for (const { url } of lines) {
    const response = await fetch(`${url}/pets/7`);
    expect([response.status, await response.json()]).toEqual([200, { name: "Rex" }]);
  }
  process.emit("SIGINT");
  expect(await ended).toBe(0);
  await expect(fetch(`${lines[0].url}/pets/7`)).rejects.toThrow();
});

test("says so in a line when the port is taken", async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  await enterHouse({ "specs/pets/openapi.yaml": petsDocument });
  const { code, stderr } = await run("mock", "--port", port);
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`^specmill mock: .*${port}.*\\n$`));
});

test("serves nothing when a document is broken, and says where", async () => {
  await enterHouse({ "specs/pets/openapi.yaml": "openapi: 3.1.0\npaths: [\n" });
  const { code, stdout, stderr } = await run("mock", "--port", "0");
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^specs\/pets\/openapi\.yaml:\d+:\d+ {2}error {2}yaml-syntax/);
});
