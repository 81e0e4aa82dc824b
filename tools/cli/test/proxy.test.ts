import { readFile } from "node:fs/promises";
import http from "node:http";
import { expect, onTestFinished, test, vi } from "vitest";
import { begin, enterHouse, petsDocument, run } from "./house.ts";

/** A server of pets that also tells their colour, and serves until the test ends. */
async function servePets(pet: object): Promise<string> {
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(pet));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

const drifting = { name: "Rex", colour: "brown", token: "hunter2hunter2" };

test("passes traffic on, tells each difference once, and ends on Ctrl-C with a report and a patch", async () => {
  const target = await servePets(drifting);
  await enterHouse({ "specs/pets/openapi.yaml": petsDocument });
  const { printed, ended } = begin("proxy", "--target", target, "--port", "0", "--report", "out");
  await vi.waitFor(() => expect(printed.stdout).toContain("\n"), { timeout: 20_000 });
  const url = printed.stdout.trim();
  for (const id of [7, 8]) expect(await (await fetch(`${url}/pets/${id}`)).json()).toEqual(drifting);
  process.emit("SIGINT");
  expect(await ended).toBe(1);
  expect(printed.stderr.match(/^undocumented-property .*$/gm)).toEqual([
    "undocumented-property  getPet: colour of the response's body is not documented. Seen: string.",
    "undocumented-property  getPet: token of the response's body is not documented. Seen: string.",
  ]);
  expect(printed.stdout).toContain("#/components/schemas/Pet/properties/colour");
  const [json = "", markdown = "", patch = ""] = await Promise.all(
    ["drift.json", "drift.md", "patch.json"].map((name) => readFile(`out/${name}`, "utf8")),
  );
  expect(JSON.parse(json)).toMatchObject({ exchanges: 2, findings: [{ times: 2 }, { times: 2 }] });
  expect(JSON.parse(patch)).toEqual([
    { op: "add", path: "/components/schemas/Pet/properties/colour", value: { type: "string" } },
    { op: "add", path: "/components/schemas/Pet/properties/token", value: { type: "string" } },
  ]);
  expect(markdown).toContain(
    "  schemas:\n    Pet:\n      properties:\n        colour:\n          type: string\n",
  );
  expect(json + markdown + printed.stdout + printed.stderr).not.toContain("hunter2");
});

test("ends with 0 where all was as documented, and prints lines of JSON where asked to", async () => {
  const target = await servePets({ name: "Rex" });
  await enterHouse({ "specs/pets/openapi.yaml": petsDocument });
  const { printed, ended } = begin("proxy", "pets", "--target", target, "--port", "0", "--json");
  await vi.waitFor(() => expect(printed.stdout).toContain("\n"), { timeout: 20_000 });
  const { url } = JSON.parse(printed.stdout);
  await (await fetch(`${url}/pets/7`)).text();
  process.emit("SIGTERM");
  expect(await ended).toBe(0);
  const [first = "", last = ""] = printed.stdout.trim().split("\n");
  expect(JSON.parse(first)).toEqual({ api: "pets", url });
  expect(JSON.parse(last)).toMatchObject({ exchanges: 1, findings: [], neverSeen: [{ kind: "status" }] });
  expect(printed.stderr).toBe("");
});

const misuses: readonly { readonly words: readonly string[]; readonly want: RegExp }[] = [
  { words: [], want: /--target is missing/ },
  { words: ["--target", "nowhere"], want: /--target is the URL of a server/ },
  { words: ["--target", "http://me:hunter2@a"], want: /^specmill proxy: (?!.*hunter2)/ },
  { words: ["--target", "http://a", "--port", "x"], want: /--port is a number/ },
  { words: ["--target", "http://a"], want: /name one of birds, pets/ },
  { words: ["--target", "http://a", "pets", "--spec", "a.yaml"], want: /not both/ },
];

test.each(misuses)("says what is wrong with $words", async ({ words, want }) => {
  await enterHouse({ "specs/birds/openapi.yaml": petsDocument, "specs/pets/openapi.yaml": petsDocument });
  const only = words[1]?.includes("@") ? ["pets"] : [];
  const { code, stdout, stderr } = await run("proxy", ...words, ...only);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(want);
});

test("says in a line where the port is taken", async () => {
  const taken = await servePets({});
  await enterHouse({ "specs/pets/openapi.yaml": petsDocument });
  const { port } = new URL(taken);
  const { code, stdout, stderr } = await run("proxy", "--target", taken, "--port", port);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(new RegExp(`^specmill proxy: .*${port}.*\\n$`));
});

test("stands before nothing where the document is broken, and says where that is", async () => {
  await enterHouse({ "specs/pets/openapi.yaml": "openapi: 3.1.0\npaths: [\n" });
  const { code, stdout, stderr } = await run("proxy", "--target", "http://127.0.0.1:9", "--port", "0");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^specs\/pets\/openapi\.yaml:\d+:\d+ {2}error {2}yaml-syntax/);
});

test("prints the drift also where its folder cannot be written", async () => {
  await enterHouse({ "specs/pets/openapi.yaml": petsDocument, out: "a file" });
  const target = await servePets(drifting);
  const { printed, ended } = begin("proxy", "--target", target, "--port", "0", "--report", "out");
  await vi.waitFor(() => expect(printed.stdout).toContain("\n"), { timeout: 20_000 });
  await (await fetch(`${printed.stdout.trim()}/pets/7`)).text();
  process.emit("SIGINT");
  expect(await ended).toBe(2);
  expect(printed.stdout).toContain("#/components/schemas/Pet/properties/colour");
  expect(printed.stderr).toMatch(/specmill proxy: --report .*out cannot be written: /);
});
