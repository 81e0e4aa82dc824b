import type { MockResponse } from "./message.ts";
import type { OperationAnswer } from "./operation.ts";
import { problemResponse, writeProblem } from "./problem-response.ts";
import { serializeBody } from "./serialize-body.ts";
import { writeHeaders, writeViolations } from "./write-headers.ts";

/** Writes what an operation answers as HTTP has it; a 500 where the document asks for what HTTP cannot carry. */
export function writeAnswer(answer: OperationAnswer): MockResponse {
  switch (answer.kind) {
    case "refused":
      return writeRefused(answer);
    case "unverifiable":
      return problemResponse(
        500,
        "uncompilable-schema",
        "Uncompilable schema",
        `Nothing can be validated by these schemas of the operation, which do not compile: ${answer.places.join("; ")}.`,
      );
    case "answered":
      return writeAnswered(answer);
  }
}

/** What Prism has no status for has one of ours. */
const ownRefusals = {
  "unknown-query": { fault: "unknown-query", title: "Unknown query parameter" },
  duplicate: { fault: "duplicate-parameter", title: "Duplicate parameter" },
} as const;

function writeRefused(answer: Extract<OperationAnswer, { kind: "refused" }>): MockResponse {
  const { problem, violations } = answer;
  const headers = { ...answer.headers, ...writeViolations(violations) };
  const [first] = violations;
  const own = Object.entries(ownRefusals).find(([code]) => code === first?.code)?.[1];
  if (own === undefined || first === undefined) return writeProblem(problem, headers);
  const { validation } = problem;
  const refusal = problemResponse(400, own.fault, own.title, first.message, { validation });
  return { ...refusal, headers: { ...refusal.headers, ...headers } };
}

function writeAnswered(answer: Extract<OperationAnswer, { kind: "answered" }>): MockResponse {
  if (!(answer.status >= 200 && answer.status <= 599)) {
    return unwritable("The first response of the operation in the document has no final status.");
  }
  const headers = writeHeaders(answer.headers);
  if (headers === undefined) {
    return unwritable("The document gives a response header a value that no header can carry.");
  }
  const contentType = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const body = serializeBody(answer.body, contentType);
  switch (body.kind) {
    case "unwritable":
      return unwritable(
        `The document gives a list or an object for ${contentType ?? "a body of no media type"}.`,
      );
    case "written":
      return {
        status: answer.status,
        headers: { ...headers, ...writeViolations(answer.violations) },
        body: body.text,
      };
  }
}

function unwritable(detail: string): MockResponse {
  return problemResponse(500, "unwritable-response", "Unwritable response", detail);
}
