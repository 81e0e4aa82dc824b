import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const review = await read("spec-review.yml");
const comment = await read("spec-review-comment.yml");
const runnerTemp = /^\$\{\{ runner\.temp \}\}(?=\/)/;

describe("the two halves of the review", () => {
  test("know each other by the name of the workflow and of the report", () => {
    expect(comment.value.on.workflow_run.workflows).toEqual([review.value.name]);
    expect(step(comment, "actions/download-artifact").with["name"]).toBe(
      step(review, "actions/upload-artifact").with["name"],
    );
    const folder = step(comment, "actions/download-artifact").with["path"]?.replace(
      runnerTemp,
      "$RUNNER_TEMP",
    );
    expect(comment.text).toContain(`"${folder}/comment.md"`);
  });

  test("that runs a stranger's code may write nothing, and starts on no event that has a token which may", () => {
    expect(review.value.permissions).toEqual({ contents: "read" });
    expect(Object.keys(review.value.on)).toEqual(["pull_request"]);
    expect(review.text).not.toContain("secrets.");
  });

  test("that may write checks out the default branch alone, installs nothing, and unpacks beside it", () => {
    expect(step(comment, "actions/checkout").with).not.toHaveProperty("ref");
    expect(comment.text).not.toMatch(/\bnpm\b|\bnpx\b|cache/);
    expect(step(comment, "actions/download-artifact").with["path"]).toMatch(runnerTemp);
  });

  test.each([review, comment])(
    "put no text of an event into a shell, and pin every action: $name",
    ({ value }) => {
      const steps = Object.values(value.jobs).flatMap((job) => job.steps);
      expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
      expect(steps.map(({ uses }) => uses).filter((uses) => uses && !/@[0-9a-f]{40}$/.test(uses))).toEqual(
        [],
      );
      const jobs = Object.values(value.jobs).filter((job) => "permissions" in job);
      expect(jobs).toEqual([]);
    },
  );
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly name: string;
  readonly on: { readonly workflow_run: { readonly workflows: readonly string[] } };
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

async function read(name: string): Promise<{ name: string; text: string; value: Workflow }> {
  const file = fileURLToPath(new URL(`../../../.github/workflows/${name}`, import.meta.url));
  const text = await readFile(file, "utf8");
  return { name, text, value: parse(text) };
}

function step({ value }: { readonly value: Workflow }, action: string): Step {
  const found = Object.values(value.jobs)
    .flatMap((job) => job.steps)
    .find(({ uses }) => uses?.startsWith(`${action}@`));
  if (found === undefined) throw new Error(`nothing uses ${action}`);
  return found;
}
