import type { HeaderSubject } from "./draft-mutant.ts";
import type { Judgement } from "./judge-shift.ts";
import { takesAnyText } from "./takes-any-text.ts";

/** What it means that a header of a response need not be there, has to be, or is not promised at all. */
export function judgeHeader({ operator, header, place }: HeaderSubject): Judgement {
  const breaking = (because: string): Judgement => ({ effect: "breaking", because });
  switch (operator) {
    case "header-require":
      return {
        effect: "compatible",
        because: "the header has to be there: answers keep to less than was promised",
      };
    case "header-relax":
      return breaking("the header may be missing: answers may come that were not promised");
    case "header-drop":
    case "header-rename":
      if (header.required)
        return breaking("the header may be missing: answers may come that were not promised");
      return takesAnyText(header, place)
        ? { effect: "compatible", because: "any text or none was promised: answers are only named less" }
        : breaking("nobody looks at the value: answers may come that were not promised");
  }
}
