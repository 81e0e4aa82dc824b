import type { AnyAnswer } from "./test-answer.ts";
import type { TestOperation } from "./test-operation.ts";

/** A body and the media type that it travels as. */
export interface TestContent {
  readonly mediaType: string;
  readonly body: unknown;
}

/**
 * The body of an answer: the one that it gives, or else an example of the document.
 *
 * @param key - a status of the document
 * @returns undefined where the document describes no body
 * @throws TypeError when the document has no such media type or no such example
 */
export function chooseContent(
  operation: TestOperation,
  key: string,
  { status, mediaType: wanted, example, body: given }: AnyAnswer,
): TestContent | undefined {
  const { id, responses } = operation;
  const documented = responses[key] ?? [];
  const examplesOf = (type: string) => Object.entries(operation.examples?.[key]?.[type] ?? {});
  const rich = status === undefined ? documented.find((type) => examplesOf(type).length > 0) : undefined;
  const found =
    wanted === undefined
      ? (rich ?? documented[0])
      : (documented.find((type) => type === wanted) ?? documented.find((range) => covers(range, wanted)));
  if (found === undefined) {
    if (wanted === undefined) return undefined;
    throw new TypeError(`${id}: the document describes no ${wanted} for ${key}`);
  }
  const named = examplesOf(found).find(([name]) => example === undefined || name === example);
  const body = given === undefined ? named?.[1] : given;
  if (body === undefined) {
    const which = example === undefined ? "no example" : `no example ${JSON.stringify(example)}`;
    const call = `answer(${JSON.stringify(id)}, { status: ${Number(key) || JSON.stringify(key)}, body: … })`;
    throw new TypeError(`${id}: the document has ${which} for ${key} (${found}); give \`body\`: ${call}`);
  }
  const ofBody = body instanceof Blob && covers(found, body.type) ? body.type : undefined;
  return { mediaType: wanted ?? ofBody ?? nameOne(found), body };
}

/**
 * The status of the document that tells of success.
 *
 * @throws TypeError when there is none
 */
export function findSuccess({ id, responses }: TestOperation): string {
  const keys = Object.keys(responses);
  const key = keys.find((status) => status.startsWith("2")) ?? keys.find((status) => status === "default");
  if (key === undefined) throw new TypeError(`${id}: the document describes no success: say what to answer`);
  return key;
}

function covers(range: string, type: string): boolean {
  if (range === "*/*") return /^[^/]+\/./.test(type);
  return range.endsWith("/*") && type.startsWith(range.slice(0, -1));
}

/** A media type that a range covers; itself where it is no range. */
function nameOne(range: string): string {
  return range.replace("*/*", "application/octet-stream").replace("/*", "/x-any");
}
