import type { Issue, StandardSchema } from "./validation-types.ts";

export { createValidation } from "./create-validation.ts";
export type {
  Drift,
  Issue,
  OperationSchemas,
  Refusal,
  StandardSchema,
  Validate,
  ValidationMode,
  ValidationOptions,
} from "./validation-types.ts";

/** What a schema was compiled to: it says whether a value is valid, and keeps what it found wrong. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly Fault[] | null;
}

/** A fault in the words of Ajv; its message shows no value. */
interface Fault {
  /** JSON pointer into the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

// Validators run to their end before anything else does, so one list is enough.
let noted: string[] = [];

/** Called by a validator where a text is none of those that the document lists. */
export function noteUnknown(instancePath: string): void {
  noted.push(instancePath);
}

/** What was noted before a choice, and in the alternative of it that fits best so far. */
const choices: { readonly before: string[]; best?: string[] }[] = [];

/** Called by a validator before it tries alternatives. */
export function startChoice(): void {
  choices.push({ before: noted });
  noted = [];
}

/** Called by a validator after each alternative: one that does not fit has nothing to tell. */
export function endAlternative(isValid: boolean): void {
  const choice = choices.at(-1);
  if (isValid && choice !== undefined && noted.length < (choice.best?.length ?? Number.POSITIVE_INFINITY)) {
    choice.best = noted;
  }
  noted = [];
}

/** Called by a validator after it has tried alternatives. */
export function endChoice(): void {
  const choice = choices.pop();
  noted = [...(choice?.before ?? []), ...(choice?.best ?? [])];
}

/** Called by a validator where something is wrong; it gives the faults found so far, which may be none. */
export function addFault(
  faults: readonly Fault[] | null,
  instancePath: string,
  keyword: string,
  params: Fault["params"],
  message: string,
): readonly Fault[] {
  const fault = { instancePath, keyword, params, message };
  if (faults === null) return [fault];
  // A validator cuts the list back where a fault turns out to be none, so it has to be the same list.
  (faults as Fault[]).push(fault);
  return faults;
}

/** A compiled schema as a Standard Schema. */
export function createSchema<Output>(validator: Validator): StandardSchema<Output> {
  return {
    "~standard": {
      version: 1,
      vendor: "specmill",
      validate(value) {
        noted = [];
        choices.length = 0;
        if (!isValid(validator, value)) {
          const { errors } = validator;
          return { issues: errors ? errors.map((fault) => toIssue(fault, value)) : [tooDeep] };
        }
        const notes = noted.map((place) => ({
          message: "is a value that the document does not list",
          path: toPath(place, value),
        }));
        return { value: value as Output, ...(notes.length > 0 && { notes }) };
      },
    },
  };
}

const tooDeep: Issue = { message: "is nested too deeply to be checked", path: [] };

/** A validator calls itself for what a value holds, and a server may nest without end. */
function isValid(validator: Validator, value: unknown): boolean {
  try {
    validator.errors = null;
    return validator(value);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function toIssue({ instancePath, keyword, params, message }: Fault, value: unknown): Issue {
  const extra = params["additionalProperty"] ?? params["unevaluatedProperty"];
  const which = typeof extra === "string" ? `: ${extra}` : "";
  const listed = keyword === "enum" ? ` (${JSON.stringify(params["allowedValues"])})` : "";
  return { message: message + which + listed, path: toPath(instancePath, value) };
}

/** The way of a JSON pointer (RFC 6901) through a value: numbers where it goes through lists. */
function toPath(pointer: string, value: unknown): Issue["path"] {
  let place = value;
  return pointer
    .split("/")
    .slice(1)
    .map((word) => {
      const key = word.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(place) ? Number(key) : key;
      place = typeof place === "object" && place !== null ? Reflect.get(place, key) : undefined;
      return step;
    });
}

/** How many characters a text has, which is not how many units (JSON Schema Validation, section 6.3). */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Whether two values of JSON are the same (JSON Schema, section 4.2.2). */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (name) => Object.hasOwn(other, name) && isEqual(Reflect.get(one, name), Reflect.get(other, name)),
    )
  );
}
