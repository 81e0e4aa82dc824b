import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startMock } from "../src/index.ts";
import { document, greeting } from "./documents.ts";
import { createEventQueue, saveByRename, serve, writeFolder } from "./serving.ts";

const split = document(`/hello: { $ref: parts/hello.yaml }`);
const part = (message: string) =>
  `get: { responses: { "200": { description: A., content: { application/json: { example: { message: ${message} } } } } } }`;

async function say(url: string, api: string): Promise<unknown> {
  const body: unknown = await (await fetch(`${url}/${api}/hello`)).json();
  return body;
}

test.each([
  { name: "written in place", save: writeFile },
  { name: "saved by renaming", save: saveByRename },
])("an edit that is $name is served, and the other APIs stay as they are", async ({ save }) => {
  const events = createEventQueue();
  const mock = await serve(
    { one: greeting("before"), two: greeting("two") },
    { watch: true, onEvent: events.onEvent },
  );
  for (const message of ["after", "later"]) {
    await save(join(mock.folder, "one.yaml"), greeting(message));
    // A write in place may be seen before it is whole.
    let event = await events.next();
    while (event.kind === "kept") event = await events.next();
    expect(event).toEqual({ kind: "reloaded", api: "one" });
    expect(await say(mock.url, "two")).toEqual({ message: "two" });
    expect(await say(mock.url, "one")).toEqual({ message });
  }
});

test("a broken edit keeps the last good version, and mending it is served", async () => {
  const events = createEventQueue();
  const mock = await serve({ one: greeting("good") }, { watch: true, onEvent: events.onEvent });
  const file = join(mock.folder, "one.yaml");
  await saveByRename(file, "paths: [");
  expect(await events.next()).toMatchObject({
    kind: "kept",
    api: "one",
    problems: [{ rule: "yaml-syntax", severity: "error", line: 1 }],
  });
  expect(await say(mock.url, "one")).toEqual({ message: "good" });
  await saveByRename(file, greeting("mended"));
  expect(await events.next()).toEqual({ kind: "reloaded", api: "one" });
  expect(await say(mock.url, "one")).toEqual({ message: "mended" });
});

test("a document that is deleted is served until it comes back", async () => {
  const events = createEventQueue();
  const mock = await serve({ one: greeting("good") }, { watch: true, onEvent: events.onEvent });
  const file = join(mock.folder, "one.yaml");
  await rm(file);
  expect(await events.next()).toMatchObject({ kind: "kept", problems: [{ rule: "file-not-readable" }] });
  expect(await say(mock.url, "one")).toEqual({ message: "good" });
  await saveByRename(file, greeting("back"));
  expect(await events.next()).toEqual({ kind: "reloaded", api: "one" });
});

async function serveSplit() {
  const events = createEventQueue();
  const folder = await writeFolder({ "openapi.yaml": split, "parts/hello.yaml": part("before") });
  const result = await startMock({
    apis: [{ name: "one", file: join(folder, "openapi.yaml") }],
    watch: true,
    onEvent: events.onEvent,
  });
  if (result.kind !== "started") throw new Error(JSON.stringify(result));
  onTestFinished(() => result.mock.close());
  return { events, folder, mock: result.mock };
}

test("an edit of a file that the document refers to is served", async () => {
  const { events, folder, mock } = await serveSplit();
  expect(mock.files).toEqual([join(folder, "openapi.yaml"), join(folder, "parts/hello.yaml")]);
  await saveByRename(join(folder, "parts/hello.yaml"), part("after"));
  expect(await events.next()).toEqual({ kind: "reloaded", api: "one" });
  expect(await say(mock.url, "one")).toEqual({ message: "after" });
});

test("a file that the document comes to refer to is watched from then on", async () => {
  const { events, folder, mock } = await serveSplit();
  await writeFile(join(folder, "other.yaml"), part("other"));
  await saveByRename(join(folder, "openapi.yaml"), split.replace("parts/hello", "other"));
  expect(await events.next()).toEqual({ kind: "reloaded", api: "one" });
  expect(await say(mock.url, "one")).toEqual({ message: "other" });
  await saveByRename(join(folder, "other.yaml"), part("edited"));
  expect(await events.next()).toEqual({ kind: "reloaded", api: "one" });
  expect(await say(mock.url, "one")).toEqual({ message: "edited" });
});

test("a file that is missed is picked up when it comes", async () => {
  const { events, folder, mock } = await serveSplit();
  await saveByRename(join(folder, "openapi.yaml"), split.replace("parts/hello", "new/later"));
  expect(await events.next()).toMatchObject({ kind: "kept", problems: [{ rule: "no-unresolved-refs" }] });
  await mkdir(join(folder, "new"));
  await writeFile(join(folder, "new/later.yaml"), part("late"));
  let event = await events.next();
  // The folder may be seen before the file is in it.
  while (event.kind === "kept") event = await events.next();
  expect(await say(mock.url, "one")).toEqual({ message: "late" });
});

test("a folder that is replaced goes on being watched", async () => {
  const { events, folder, mock } = await serveSplit();
  await mkdir(join(folder, "next"));
  await writeFile(join(folder, "next/hello.yaml"), part("moved"));
  await rename(join(folder, "parts"), join(folder, "old"));
  await rename(join(folder, "next"), join(folder, "parts"));
  let event = await events.next();
  while (event.kind === "kept") event = await events.next();
  expect(await say(mock.url, "one")).toEqual({ message: "moved" });
  await saveByRename(join(folder, "parts/hello.yaml"), part("edited"));
  expect(await events.next()).toEqual({ kind: "reloaded", api: "one" });
  expect(await say(mock.url, "one")).toEqual({ message: "edited" });
});
