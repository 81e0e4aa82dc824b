import { expect, test } from "vitest";
import {
  addFault,
  countCharacters,
  createSchema,
  endAlternative,
  endChoice,
  isEqual,
  noteUnknown,
  startChoice,
  type Validator,
} from "../src/validation.ts";

/** A validator that finds faults at some places, as a compiled one does. */
function refuse(
  ...faults: readonly [place: string, keyword: string, params: object, message: string][]
): Validator {
  const validator: Validator = () => {
    validator.errors = faults.reduce<ReturnType<typeof addFault> | null>(
      (found, [place, keyword, params, message]) => addFault(found, place, keyword, { ...params }, message),
      null,
    );
    return false;
  };
  return validator;
}

const value = { list: [{ "a/b~c": 1 }], "0": { "": true } };

test.each([
  { given: "", want: [] },
  { given: "/list", want: ["list"] },
  { given: "/list/0", want: ["list", 0] },
  { given: "/list/0/a~1b~0c", want: ["list", 0, "a/b~c"] },
  { given: "/0/", want: ["0", ""] },
  { given: "/gone/0", want: ["gone", "0"] },
  { given: "/~01", want: ["~1"] },
])("takes the pointer $given for the path $want", ({ given, want }) => {
  const schema = createSchema(refuse([given, "type", { type: "string" }, "must be string"]));
  expect(schema["~standard"].validate(value)).toEqual({
    issues: [{ message: "must be string", path: want }],
  });
});

test("says which property is too many and which values there are, and shows no value", () => {
  const schema = createSchema(
    refuse(
      ["", "additionalProperties", { additionalProperty: "extra" }, "must NOT have additional properties"],
      ["", "unevaluatedProperties", { unevaluatedProperty: "more" }, "must NOT have unevaluated properties"],
      ["/a", "enum", { allowedValues: ["x", "y"] }, "must be equal to one of the allowed values"],
    ),
  );
  const result = schema["~standard"].validate({ a: "hidden", extra: "hidden", more: "hidden" });
  expect(result.issues?.map(({ message }) => message)).toEqual([
    "must NOT have additional properties: extra",
    "must NOT have unevaluated properties: more",
    'must be equal to one of the allowed values (["x","y"])',
  ]);
  expect(JSON.stringify(result)).not.toContain("hidden");
});

test("is a Standard Schema that gives the very value back", () => {
  const schema = createSchema(() => true);
  expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "specmill" });
  const result = schema["~standard"].validate(value);
  expect(result).toEqual({ value });
  expect(result.issues === undefined && result.value).toBe(value);
});

test("notes what is unknown, and forgets it by the next value", () => {
  let note = true;
  const schema = createSchema(() => {
    if (note) noteUnknown("/list/0");
    return true;
  });
  const path = ["list", 0];
  expect(schema["~standard"].validate(value)).toEqual({
    value,
    notes: [{ message: "is a value that the document does not list", path }],
  });
  note = false;
  expect(schema["~standard"].validate(value)).toEqual({ value });
});

const choices: readonly {
  readonly name: string;
  readonly alternatives: readonly { readonly fits: boolean; readonly notes: readonly string[] }[];
  readonly want: readonly string[];
}[] = [
  {
    name: "nothing of an alternative that does not fit",
    alternatives: [{ fits: false, notes: ["/a"] }],
    want: [],
  },
  {
    name: "the notes of the only alternative that fits",
    alternatives: [
      { fits: false, notes: ["/a"] },
      { fits: true, notes: ["/b"] },
    ],
    want: ["/b"],
  },
  {
    name: "the fewest notes among those that fit",
    alternatives: [
      { fits: true, notes: ["/a", "/b"] },
      { fits: true, notes: ["/c"] },
      { fits: true, notes: ["/d"] },
    ],
    want: ["/c"],
  },
  {
    name: "none where an alternative that fits has none",
    alternatives: [
      { fits: true, notes: ["/a"] },
      { fits: true, notes: [] },
    ],
    want: [],
  },
];

test.each(choices)("keeps $name, and what was noted around them", ({ alternatives, want }) => {
  const choose = () => {
    startChoice();
    for (const { fits, notes } of alternatives) {
      for (const note of notes) noteUnknown(note);
      endAlternative(fits);
    }
    endChoice();
  };
  const read = (validator: Validator) => {
    const result = createSchema(validator)["~standard"].validate({});
    return result.issues === undefined ? (result.notes ?? []).map(({ path }) => `/${path.join("/")}`) : [];
  };
  const alone = read(() => {
    noteUnknown("/before");
    choose();
    noteUnknown("/after");
    return true;
  });
  const nested = read(() => {
    startChoice();
    choose();
    endAlternative(true);
    endChoice();
    return true;
  });
  expect(alone).toEqual(["/before", ...want, "/after"]);
  expect(nested).toEqual(want);
});

test("refuses what is nested too deeply, and has nothing left of it afterwards", () => {
  let isDeep = true;
  const validator: Validator = () => {
    if (!isDeep) {
      // It ends a choice that only what went before can have started.
      endChoice();
      return true;
    }
    noteUnknown("/a");
    startChoice();
    const descend = (depth: number): number => descend(depth + 1) + 1;
    return descend(0) > 0;
  };
  const schema = createSchema(validator);
  const issues = [{ message: "is nested too deeply to be checked", path: [] }];
  expect(schema["~standard"].validate({})).toEqual({ issues });
  isDeep = false;
  expect(schema["~standard"].validate({})).toEqual({ value: {} });
});

test("throws what is a fault of ours", () => {
  const schema = createSchema(() => {
    throw new TypeError("ours");
  });
  expect(() => schema["~standard"].validate({})).toThrow("ours");
});

test.each([
  { one: 1, other: 1, want: true },
  { one: 1, other: "1", want: false },
  { one: null, other: {}, want: false },
  { one: [], other: {}, want: false },
  { one: [1, [2]], other: [1, [2]], want: true },
  { one: [1], other: [1, 2], want: false },
  { one: { a: 1, b: { c: 2 } }, other: { b: { c: 2 }, a: 1 }, want: true },
  { one: { a: undefined }, other: { b: undefined }, want: false },
  { one: { a: 1 }, other: { a: 1, b: 2 }, want: false },
])("says whether $one is $other: $want", ({ one, other, want }) => {
  expect(isEqual(one, other)).toBe(want);
  expect(isEqual(other, one)).toBe(want);
});

test.each([
  { given: "", want: 0 },
  { given: "abc", want: 3 },
  { given: "😀", want: 1 },
  { given: "\ud83d", want: 1 },
])("counts $want characters in $given", ({ given, want }) => {
  expect(countCharacters(given)).toBe(want);
});
