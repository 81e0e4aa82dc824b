import type { IPrismDiagnostic } from "@stoplight/prism-core";
import type { IHttpRequest, IHttpResponse } from "@stoplight/prism-http";
import { validateInput, validateOutput } from "@stoplight/prism-http/dist/validator/index.js";
import { findOperationResponse } from "@stoplight/prism-http/dist/validator/utils/spec.js";
import { validate as validatePath } from "@stoplight/prism-http/dist/validator/validators/path.js";
import { ValidationContext } from "@stoplight/prism-http/dist/validator/validators/types.js";
import type { IHttpOperation } from "@stoplight/types";
import { isListHeader, validateListHeaders } from "./prism-headers.ts";
import { bundleOf } from "./prism-schemas.ts";

/** Prism's validation of one operation, in the shape that Prism wants it, without that which throws. */
export interface Validation {
  readonly validateInput: (
    request: IHttpRequest,
    pathParameters: ReadonlyMap<string, string>,
  ) => ReturnType<typeof validateInput>;
  readonly validateOutput: (response: IHttpResponse) => ReturnType<typeof validateOutput>;
}

/**
 * Takes path parameters and headers that hold lists out of what Prism validates as a whole: it reads the former
 * from the URL anew, where a comma or a `%` throws it, and it splits the latter even where they are not sent.
 */
export function prepareValidation(operation: IHttpOperation): Validation {
  const bundle = bundleOf(operation);
  const { path = [], headers = [], ...request } = operation.request ?? {};
  const resource: IHttpOperation = {
    ...operation,
    request: { ...request, headers: headers.filter((header) => !isListHeader(header)) },
    responses: operation.responses.map((response) => ({
      ...response,
      headers: (response.headers ?? []).filter((header) => !isListHeader(header)),
    })),
  };
  const requestLists = headers.filter(isListHeader);
  return {
    validateInput: (element, pathParameters) =>
      toEither(element, [
        ...leftOf(validateInput({ resource, element })),
        ...leftOf(validatePath(Object.fromEntries(pathParameters), path, ValidationContext.Input, bundle)),
        ...validateListHeaders(element.headers ?? {}, requestLists, ValidationContext.Input, bundle),
      ]),
    validateOutput: (element) => {
      const found = findOperationResponse(operation.responses, element.statusCode);
      const responseLists = found._tag === "Some" ? (found.value.headers ?? []).filter(isListHeader) : [];
      return toEither(element, [
        ...leftOf(validateOutput({ resource, element })),
        ...validateListHeaders(element.headers ?? {}, responseLists, ValidationContext.Output, bundle),
      ]);
    },
  };
}

type Result =
  | ReturnType<typeof validateInput>
  | ReturnType<typeof validateOutput>
  | ReturnType<typeof validatePath>;

function leftOf(result: Result): readonly IPrismDiagnostic[] {
  return result._tag === "Left" ? result.left : [];
}

type Outcome<Element> =
  | { readonly _tag: "Right"; readonly right: Element }
  | { readonly _tag: "Left"; readonly left: [IPrismDiagnostic, ...IPrismDiagnostic[]] };

function toEither<Element>(
  element: Element,
  [first, ...others]: readonly IPrismDiagnostic[],
): Outcome<Element> {
  return first === undefined ? { _tag: "Right", right: element } : { _tag: "Left", left: [first, ...others] };
}
