import type { Change } from "../change.ts";
import type { ApiPair } from "../side/side.ts";
import { listOperations } from "../surface/list-operations.ts";
import type { JudgedChange } from "./judged-change.ts";

/** What becomes of an API as a whole: it is new, gone, or called something else. */
export function judgeWhole({ kind, name, formerName, base, head }: ApiPair): readonly JudgedChange[] {
  switch (kind) {
    case "added": {
      const operations = head === undefined ? [] : listOperations(head).map((operation) => operation.name);
      return both({
        ...plain,
        rule: "api-added",
        comparison: "wider",
        wire: "compatible",
        source: "compatible",
        message: `The API \`${name}\` is new.`,
        head: "#",
        operations,
      });
    }
    case "removed": {
      const operations = base === undefined ? [] : listOperations(base).map((operation) => operation.name);
      return both({
        ...plain,
        rule: "api-removed",
        comparison: "narrower",
        wire: "breaking",
        source: "breaking",
        message: `The API \`${name}\` is gone.`,
        base: "#",
        operations,
      });
    }
    case "renamed":
      return both({
        ...plain,
        rule: "api-renamed",
        comparison: "equal",
        wire: "note",
        source: "breaking",
        message: `The API \`${formerName}\` is called \`${name}\` now, and so is its package.`,
        head: "#",
        before: formerName ?? "",
        after: name,
        operations: [],
      });
    case "changed":
    case "unchanged":
    case "unreadable":
      return [];
  }
}

const plain = { evidence: "rule" } as const;

function both(change: Change): readonly JudgedChange[] {
  return [
    { change, axis: "wire", impact: change.wire, status: "derived" },
    { change, axis: "source", impact: change.source, status: "derived" },
  ];
}
