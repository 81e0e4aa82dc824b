import type { Api, Operation as Described, JsonObject } from "@specmill/spec";
import { checkBody } from "./check-body.ts";
import { checkParameters } from "./check-parameters.ts";
import { checkResponse } from "./check-response.ts";
import { checkSecurity } from "./check-security.ts";
import { createJudge, type Judge, UncompilableSchemaError } from "./create-judge.ts";
import { findUnknownQuery } from "./find-unknown-query.ts";
import { createSamples, sampleOptions } from "./make-samples.ts";
import type { Operation, OperationAnswer, OperationRequest, PathStyle, RequestFault } from "./operation.ts";
import { answerByPrism, toViolation } from "./prism-adapter.ts";
import { exampleNames } from "./prism-operation.ts";
import { facetsOf, typesOf } from "./schema-facets.ts";

/** What is validated by, and what is made up of. */
interface Served {
  readonly api: Api;
  /** The normalised document. */
  readonly document: JsonObject;
  readonly judge: Judge;
}

/**
 * The operations of a document. Nothing is compiled before it is asked for.
 *
 * @param api - the model of the normalised document
 * @param document - the normalised document
 * @param original - the document as it was, which says what samples must be like
 */
export function createOperations(api: Api, document: JsonObject, original: JsonObject): readonly Operation[] {
  const served = { api, document, judge: createJudge(document) };
  const makeSample = createSamples(original);
  let made = 0;
  return api.operations.map((operation) => ({
    method: operation.method,
    path: operation.path,
    pathParameters: operation.parameters
      .filter((parameter) => parameter.in === "path")
      .map(({ name, style, explode, schema }) => ({
        name,
        style: pathStyle(style),
        isSpread: explode && typesOf(facetsOf(document, schema)).has("object"),
      })),
    responses: operation.responses.map(({ status, content }) => ({
      status,
      examples: content.flatMap(exampleNames),
    })),
    answer: async (request) => {
      try {
        const options = sampleOptions(request.preferences, () => made++);
        const faults = checkRequest(operation, request, served);
        const answer = await answerByPrism(operation, request, faults, { makeSample, options });
        return answer.kind === "answered" ? withOwnViolations(operation, answer, served) : answer;
      } catch (error) {
        if (!(error instanceof UncompilableSchemaError)) throw error;
        return { kind: "unverifiable", places: [error.pointer] };
      }
    },
  }));
}

function checkRequest(
  operation: Described,
  request: OperationRequest,
  { api, document, judge }: Served,
): readonly RequestFault[] {
  return [
    ...checkSecurity(operation, api, request),
    ...checkBody(operation.requestBody, request, document, judge),
    ...checkParameters(operation.parameters, request, document, judge),
    ...findUnknownQuery(operation, api, request.query, document),
  ];
}

function withOwnViolations(
  operation: Described,
  answer: Extract<OperationAnswer, { kind: "answered" }>,
  { document, judge }: Served,
): OperationAnswer {
  const found = checkResponse(operation, answer, document, judge).slice(0, 100);
  return {
    ...answer,
    violations: [...found.map((fault) => toViolation("response", fault)), ...answer.violations],
  };
}

function pathStyle(style: string): PathStyle {
  return style === "label" || style === "matrix" ? style : "simple";
}
