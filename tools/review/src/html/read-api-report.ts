/** An exported declaration of a package, as `etc/<api>.api.md` tells it. */
export interface Declaration {
  /** Tells it from the others: the import under which it is reached, and its name. */
  readonly key: string;
  readonly name: string;
  /** Of the entry, such as `@specmill/upsun-profile/schemas`. */
  readonly entry: string;
  readonly text: string;
  /** Of its first line in the file, counted from 1. */
  readonly line: number;
}

/** The declarations of an API report in their order; see `emit-api-report.ts` of the generator for its form. */
export function readApiReport(report: string): readonly Declaration[] {
  const found: Declaration[] = [];
  const counts = new Map<string, number>();
  let entry = "";
  let inside = false;
  let block: string[] = [];
  const close = (line: number) => {
    const text = block.join("\n");
    if (text.trim() !== "") {
      const name = nameDeclaration(text);
      const wish = `${entry} ${name}`;
      const count = (counts.get(wish) ?? 0) + 1;
      counts.set(wish, count);
      found.push({
        key: count === 1 ? wish : `${wish} ${count}`,
        name,
        entry,
        text,
        line: line - block.length,
      });
    }
    block = [];
  };
  report.split("\n").forEach((text, index) => {
    const line = index + 1;
    if (text.startsWith("```")) {
      close(line);
      inside = !inside;
    } else if (!inside) {
      entry = /^## `([^`]+)`/.exec(text)?.[1] ?? entry;
    } else if (text === "") {
      close(line);
    } else {
      block.push(text);
    }
  });
  return found;
}

function nameDeclaration(text: string): string {
  const [first = ""] = text.split("\n");
  const declared =
    /^export (?:declare )?(?:abstract )?(?:interface|type|const|let|function|class|enum|namespace) ([\p{L}_$][\p{L}\p{N}_$]*)/u;
  return declared.exec(first)?.[1] ?? first.replace(/\{.*\}/, "{ … }");
}
