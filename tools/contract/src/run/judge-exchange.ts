import type { ContractCase } from "../case/contract-case.ts";
import type { WireResponse } from "../wire/exchange.ts";
import { type Judging, judgeAnswer } from "./judge-answer.ts";
import { judgeRefusal } from "./judge-refusal.ts";
import type { Failure } from "./verdict.ts";

/** What is wrong with the answer that a case got. */
export function judgeExchange(
  judging: Judging,
  { expect, pointer }: Pick<ContractCase, "expect" | "pointer">,
  response: WireResponse,
): readonly Failure[] {
  switch (expect.kind) {
    case "answered":
      return judgeAnswer(judging, expect, response);
    case "refused":
      return judgeRefusal({ expect, pointer }, response, judging.answerer);
  }
}
