import type { DocRow, Fact } from "./doc-row.ts";

/** What a schema tells of a value, before the value has a name. */
export interface Shape {
  readonly facts: readonly Fact[];
  readonly description?: string;
  readonly pointers: readonly string[];
  readonly members: readonly DocRow[];
  /** Properties that must be there, told here or elsewhere. */
  readonly required: readonly string[];
}

export function shapeOf(pointer: string, facts: readonly Fact[]): Shape {
  return { facts, pointers: [pointer], members: [], required: [] };
}

/** What several schemas tell of one value together; the first that describes it in words is taken at its word. */
export function mergeShapes(shapes: readonly Shape[]): Shape {
  const description = shapes.find((shape) => shape.description !== undefined)?.description;
  return {
    facts: mergeFacts(shapes.map(({ facts }) => facts)),
    ...(description !== undefined && { description }),
    pointers: unique(shapes.flatMap(({ pointers }) => pointers)),
    members: mergeRows(shapes.flatMap(({ members }) => members)),
    required: unique(shapes.flatMap(({ required }) => required)),
  };
}

function mergeRows(rows: readonly DocRow[]): readonly DocRow[] {
  const byKey = new Map<string, DocRow>();
  for (const row of rows) {
    const known = byKey.get(row.key);
    byKey.set(row.key, known === undefined ? row : mergeRow(known, row));
  }
  return [...byKey.values()];
}

function mergeRow(first: DocRow, second: DocRow): DocRow {
  const description = first.description ?? second.description;
  return {
    ...first,
    facts: mergeFacts([first.facts, second.facts]),
    ...(description !== undefined && { description }),
    pointers: unique([...first.pointers, ...second.pointers]),
    children: mergeRows([...first.children, ...second.children]),
  };
}

/** What the value is comes before what is asked of it; what is said twice in the same words is said once. */
function mergeFacts(lists: readonly (readonly Fact[])[]): readonly Fact[] {
  const names = lists.flatMap((facts) => facts.filter(isName));
  const rest = lists.flatMap((facts) => facts.filter((fact) => !isName(fact)));
  return [...new Map(names.map((fact) => [`${fact.kind} ${fact.text}`, fact])).values(), ...rest];
}

export function isName({ kind }: Fact): boolean {
  return kind === "type" || kind === "component";
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
