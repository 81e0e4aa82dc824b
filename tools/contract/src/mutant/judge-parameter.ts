import { openTypes } from "../obligation/schema-types.ts";
import type { ParameterSubject } from "./draft-mutant.ts";
import type { Judgement } from "./judge-shift.ts";
import { takesAnyText } from "./takes-any-text.ts";

/** What it means that a parameter is gone, elsewhere, or written otherwise. */
export function judgeParameter({ operator, parameter, place }: ParameterSubject): Judgement {
  const breaking = (because: string): Judgement => ({ effect: "breaking", because });
  switch (operator) {
    case "parameter-move":
      return breaking(
        "the parameter is not known where it was, or is where it was not: requests get another verdict",
      );
    case "parameter-require":
      return breaking("a request may leave the parameter out: it is refused");
    case "parameter-relax":
      return breaking("a request has to have the parameter: one without is allowed");
    case "parameter-drop":
    case "parameter-rename":
      if (parameter.in === "query")
        return breaking("a query knows its parameters: requests that hold this one are refused");
      if (parameter.required)
        return breaking("the parameter need not be there: requests without are allowed");
      // Headers and cookies that nobody knows of are sent with any request.
      return takesAnyText(parameter, place)
        ? {
            effect: "equivalent",
            because: "any text was allowed and none needed, as for one that is not known",
          }
        : breaking("nobody looks at the value: requests that were refused are allowed");
    case "parameter-style-change":
    case "parameter-explode-flip":
      return judgeWriting({ operator, parameter, ...(place === undefined ? {} : { place }) });
  }
}

function judgeWriting({ operator, parameter, place }: Omit<ParameterSubject, "kind">): Judgement {
  const equivalent = (because: string): Judgement => ({ effect: "equivalent", because });
  const types = place === undefined ? undefined : openTypes(place.document, place.schema);
  const isFlip = operator === "parameter-explode-flip";
  if (types !== undefined) {
    if (isFlip && !types.has("array") && !types.has("object"))
      return equivalent("a single value is written the same way");
    if (isFlip && parameter.style === "simple" && !types.has("object"))
      return equivalent("a list of this style is written the same way");
  }
  return { effect: "breaking", because: "values are written otherwise: requests get another verdict" };
}
