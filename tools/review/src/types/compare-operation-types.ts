import { type DocumentedAnswer, emitOperationTypes, type OperationTypes } from "@specmill/generator";
import type { LoadedDocument } from "@specmill/spec";
import { comparePairs, type TypeExpressions, type TypeVerdict } from "./compare-pairs.ts";
import type { ProjectFile } from "./with-folder.ts";

/** One operation by its names in two documents. */
export interface OperationPair {
  readonly base: string;
  readonly head: string;
}

/** What of an operation's types a verdict is about. */
type OperationPart =
  /** What callers give: parameters and body. */
  | { readonly kind: "arguments" }
  /** Whether code may still look for a status. */
  | { readonly kind: "status"; readonly status: string }
  /** Whether code may still look for a media type. */
  | { readonly kind: "media-type"; readonly status: string; readonly mediaType: string }
  /** The body that comes with a status. */
  | { readonly kind: "data"; readonly status: string }
  | { readonly kind: "headers"; readonly status: string };

export interface OperationVerdict {
  readonly operation: OperationPair;
  readonly part: OperationPart;
  readonly verdict: TypeVerdict;
}

/**
 * Asks the compiler whether code that calls the operations of the package of one document still compiles against the
 * package of another: whether the arguments that it gives are still taken, and whether for every documented status it
 * still gets what it got.
 *
 * @param operations - as the model names them
 * @returns a verdict for each part of each operation; of a status that is gone nothing else is told
 * @throws Error when a document has no such operation, or the compiler does not work
 */
export async function compareOperationTypes(
  base: LoadedDocument,
  head: LoadedDocument,
  operations: readonly OperationPair[],
): Promise<readonly OperationVerdict[]> {
  if (operations.length === 0) return [];
  const before = emitOperationTypes(
    base,
    operations.map((operation) => operation.base),
  );
  const after = emitOperationTypes(
    head,
    operations.map((operation) => operation.head),
  );
  if (before.kind === "failed" || after.kind === "failed") {
    return operations.map((operation) => ({
      operation,
      part: { kind: "arguments" },
      verdict: { kind: "unknown" },
    }));
  }
  const questions = operations.flatMap((operation, index) =>
    listQuestions(index, before.answers[index] ?? []).map((question) => ({ ...question, operation })),
  );
  const verdicts = await comparePairs(
    questions,
    'import type { Operations as Base } from "./base/operations.js";\nimport type { Operations as Head } from "./head/operations.js";\n',
    [...writeModules("base", before), ...writeModules("head", after)],
  );
  const judged = questions.map(({ operation, part }, index) => {
    const verdict = verdicts[index] ?? { kind: "unknown" };
    return { operation, part, verdict: reword(verdict, part) };
  });
  return judged.filter(({ operation, part }) => !isOfGone(operation, part, judged));
}

interface Question extends TypeExpressions {
  readonly part: OperationPart;
}

function listQuestions(index: number, answers: readonly DocumentedAnswer[]): readonly Question[] {
  const of = (side: "Base" | "Head", member: string) => `${side}["operation${index}"]["${member}"]`;
  const given: Question = {
    part: { kind: "arguments" },
    base: of("Base", "given"),
    head: of("Head", "given"),
    direction: "request",
  };
  const asked = answers.flatMap(({ status, mediaTypes }): readonly Question[] => {
    const literal = /^\d+$/.test(status) ? status : toLiteral(status);
    const answer = (side: "Base" | "Head", member: string) =>
      `Extract<${of(side, "result")}, { readonly status: ${literal} }>["${member}"]`;
    const whole = (kind: "data" | "headers"): Question => ({
      part: { kind, status },
      base: answer("Base", kind),
      head: answer("Head", kind),
      direction: "response",
    });
    // What code looks for, it gives to a comparison: that has to be something that can be.
    const known: Question = {
      part: { kind: "status", status },
      base: literal,
      head: `${of("Head", "result")}["status"]`,
      direction: "request",
    };
    const media = mediaTypes.map(
      (mediaType): Question => ({
        part: { kind: "media-type", status, mediaType },
        base: toLiteral(mediaType),
        head: answer("Head", "mediaType"),
        direction: "request",
      }),
    );
    return [known, ...media, whole("data"), whole("headers")];
  });
  return [given, ...asked];
}

function reword(verdict: TypeVerdict, part: OperationPart): TypeVerdict {
  if (verdict.kind !== "broken") return verdict;
  switch (part.kind) {
    case "arguments":
      return { kind: "broken", message: rewordArguments(verdict.message) };
    case "status":
      return { kind: "broken", message: `The status \`${part.status}\` is gone.` };
    case "media-type":
      return { kind: "broken", message: `The media type \`${part.mediaType}\` is gone.` };
    case "data":
    case "headers":
      return verdict;
  }
}

/** Arguments are compared as the member `given` of an object, since they may not be there at all. */
function rewordArguments(message: string): string {
  if (message === "The property `given` is required now.")
    return "The operation takes required arguments now.";
  if (message === "The property `given` is gone.") return "The operation takes no arguments any more.";
  return message.replaceAll("`given.", "`");
}

/** A text as a literal that is on one line whatever is in it. */
function toLiteral(text: string): string {
  const toEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replaceAll(/[\u007f-\uffff]/g, toEscape);
}

function isOfGone(
  operation: OperationPair,
  part: OperationPart,
  judged: readonly OperationVerdict[],
): boolean {
  if (part.kind === "arguments" || part.kind === "status") return false;
  return judged.some(
    (other) =>
      other.operation === operation &&
      other.part.kind === "status" &&
      other.part.status === part.status &&
      other.verdict.kind === "broken",
  );
}

function writeModules(
  side: "base" | "head",
  { models, operations }: Extract<OperationTypes, { kind: "emitted" }>,
): readonly ProjectFile[] {
  return [
    { path: `${side}/models.ts`, content: models },
    { path: `${side}/operations.ts`, content: operations },
  ];
}
