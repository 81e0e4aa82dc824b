import { describe, expect, test } from "vitest";
import { createReview, type ReviewOptions } from "../src/create-review.ts";
import { isPassed } from "../src/is-passed.ts";
import { type Files, makeFolder } from "./side/scratch-repository.ts";

/** A document of which a test says what the name of a pet looks like. */
const pets = (name: string, title = "Pets") => `openapi: 3.1.0
info: { title: ${title}, version: "1" }
paths:
  /${title.toLowerCase()}:
    get:
      operationId: list${title}
      responses:
        "200":
          description: All of them.
          content:
            application/json:
              schema: { type: object, properties: { name: ${name} } }
`;

const closed = "{ type: string, enum: [Rex] }";
const opened = "{ type: string, enum: [Rex, Tom] }";

/** Reviews the folder `after` against the folder `before`. */
async function review(files: Files, options: Partial<ReviewOptions> = {}) {
  const root = await makeFolder(files);
  return createReview({
    ...{ root, base: "./before", head: "./after", apis: [], consumers: [] },
    ...{ today: "2026-11-21", showsPackages: false },
    ...options,
  });
}

const before = { "before/specs/pets/openapi.yaml": pets(closed) };
const same = { ...before, "after/specs/pets/openapi.yaml": pets(closed) };
const broken = { ...before, "after/specs/pets/openapi.yaml": pets(opened) };

test("what did not change is told as such, and passes", async () => {
  const result = await review(same);
  expect(result).toMatchObject({ base: expect.stringMatching(/before$/), problems: [] });
  expect(result.apis).toMatchObject([{ api: "pets", kind: "unchanged", bump: "none", findings: [] }]);
  expect(isPassed(result)).toBe(true);
});

test("a break is told along both axes, proved, and passes where it is approved or is a note", async () => {
  const result = await review(broken);
  const [api] = result.apis;
  expect(api).toMatchObject({ kind: "changed", bump: "major", wire: "major", source: "major" });
  expect(api?.findings.map(({ rule, axis, status }) => `${rule} ${axis} ${status}`)).toEqual([
    "response-enum wire proved",
    "response-enum source proved",
  ]);
  expect(isPassed(result)).toBe(false);

  const fingerprint = api?.findings[0]?.fingerprint;
  const entry = `{ fingerprint: "${fingerprint}", rule: response-enum, reason: bugfix, owner: me, until: 2027-01-31 }`;
  const approved = await review({
    ...broken,
    "after/specs/.review/pets.yaml": `approvals:\n  - ${entry}\n`,
  });
  expect(isPassed(approved)).toBe(true);
  expect(approved.apis[0]).toMatchObject({ bump: "major", findings: [{ excuse: { kind: "approved" } }, {}] });

  const levels = await review({
    ...broken,
    "after/specs/review.yaml": "levels: { response-enum: note }\n",
  });
  expect(isPassed(levels)).toBe(true);
});

test("only the APIs that are asked for are looked at", async () => {
  const dogs = {
    "before/specs/dogs/openapi.yaml": pets(closed, "Dogs"),
    "after/specs/dogs/openapi.yaml": pets(closed, "Dogs"),
  };
  const result = await review({ ...broken, ...dogs }, { apis: ["dogs"] });
  expect(result.apis.map(({ api }) => api)).toEqual(["dogs"]);
});

describe("an API as a whole", () => {
  const table: readonly [string, Files, object, boolean][] = [
    [
      "is added",
      { ...same, "after/specs/dogs/openapi.yaml": pets(closed, "Dogs") },
      { api: "dogs", kind: "added", bump: "minor" },
      true,
    ],
    [
      "is gone",
      { ...same, "before/specs/dogs/openapi.yaml": pets(closed, "Dogs") },
      { api: "dogs", kind: "removed", bump: "major" },
      false,
    ],
    [
      "has another name",
      { ...before, "after/specs/animals/openapi.yaml": pets(closed) },
      { api: "animals", kind: "renamed", formerName: "pets", wire: "none", source: "major" },
      false,
    ],
  ];
  test.each(table)("%s", async (_, files, want, passes) => {
    const result = await review(files);
    expect(result.apis).toContainEqual(expect.objectContaining(want));
    expect(isPassed(result)).toBe(passes);
  });
});

describe("does not pass for what is at fault", () => {
  const table: readonly [string, Files, string, string][] = [
    [
      "a document of head",
      { ...before, "after/specs/pets/openapi.yaml": "a: [" },
      "yaml-syntax",
      "after/specs/pets/openapi.yaml",
    ],
    [
      "a document of base",
      { ...same, "before/specs/pets/openapi.yaml": "a: [" },
      "yaml-syntax",
      "before/specs/pets/openapi.yaml",
    ],
    [
      "a setting",
      { ...same, "after/specs/review.yaml": "stability: most\n" },
      "review-settings",
      "specs/review.yaml",
    ],
    [
      "an approval of what did not change",
      {
        ...same,
        "after/specs/.review/pets.yaml":
          "approvals:\n  - { fingerprint: 0123456789ab, rule: response-enum, reason: bugfix, owner: me, until: 2027-01-31 }\n",
      },
      "approval-unmatched",
      "specs/.review/pets.yaml",
    ],
    [
      "approvals of no API",
      { ...same, "after/specs/.review/dogs.yaml": "approvals: []\n" },
      "approval-file",
      "specs/.review/dogs.yaml",
    ],
    [
      "approvals that nobody reads",
      { ...same, "after/specs/.review/pets.yml": "approvals: []\n" },
      "approval-file",
      "specs/.review/pets.yml",
    ],
    ["no documents", { "before/specs/a.txt": "", "after/specs/a.txt": "" }, "review-side", "./before"],
  ];
  test.each(table)("%s", async (_, files, rule, file) => {
    const result = await review(files);
    expect(result.problems).toMatchObject([{ rule, severity: "error", line: expect.any(Number) }]);
    expect(result.problems[0]?.file).toContain(file);
    expect(isPassed(result)).toBe(false);
  });
});

test("what is merged with an approval that was there before needs no cleaning up at once", async () => {
  const text =
    "approvals:\n  - { fingerprint: 0123456789ab, rule: response-enum, reason: bugfix, owner: me, until: 2020-01-31 }\n";
  const result = await review({
    ...same,
    "before/specs/.review/pets.yaml": text,
    "after/specs/.review/pets.yaml": text,
    "after/specs/.review/README.md": "How we approve.\n",
  });
  expect(isPassed(result)).toBe(true);
});

test("a schema that goes with an operation whose time has come goes as it does", async () => {
  const old = `  /old:
    get:
      operationId: getOld
      deprecated: true
      x-sunset: 2026-01-31
      responses:
        "200":
          description: Something old.
          content: { application/json: { schema: { $ref: "#/components/schemas/Old" } } }
components: { schemas: { Old: { type: object, properties: { a: { type: string } } } } }
`;
  const result = await review({ ...same, "before/specs/pets/openapi.yaml": pets(closed) + old });
  expect(result.apis[0]?.findings.map(({ rule, axis, excuse }) => `${rule} ${axis} ${excuse?.kind}`)).toEqual(
    ["operation-removed wire sunset", "source-export source sunset", "operation-removed source sunset"],
  );
  expect(result.apis[0]?.bump).toBe("minor");
});

test("two files are compared alone", async () => {
  const files = {
    "old.yaml": pets(closed),
    "new.yaml": pets(opened),
    "specs/review.yaml": "stability: most\n",
  };
  const result = await review(files, { base: "old.yaml", head: "new.yaml" });
  expect(result).toMatchObject({ apis: [{ api: "new", bump: "major" }], problems: [] });
});
