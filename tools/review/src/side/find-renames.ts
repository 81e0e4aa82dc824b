import { isJsonObject, type LoadedDocument } from "@specmill/spec";

/** An API that only one side has. */
export interface LoneApi {
  readonly name: string;
  readonly document: LoadedDocument;
}

/** How much of their operations two documents must share to be the same API under two names. */
const enough = 0.5;

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/**
 * Tells which of the new APIs are renamed old ones: those that share at least half of the operations of the larger,
 * by method and path. The best match comes first; of equal ones, the first by name.
 *
 * @returns the former name of each renamed API, by its name
 */
export function findRenames(
  gone: readonly LoneApi[],
  fresh: readonly LoneApi[],
): ReadonlyMap<string, string> {
  const before = gone.map(({ name, document }) => ({ name, operations: listOperations(document) }));
  const after = fresh.map(({ name, document }) => ({ name, operations: listOperations(document) }));
  const matches = before.flatMap((old) =>
    after.map((one) => ({ from: old.name, to: one.name, share: shareOf(old.operations, one.operations) })),
  );
  matches.sort((a, b) => b.share - a.share || compare(a.from, b.from) || compare(a.to, b.to));
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to, share } of matches) {
    if (share < enough || renames.has(to) || taken.has(from)) continue;
    renames.set(to, from);
    taken.add(from);
  }
  return renames;
}

/** As `get /pets/{}`: what a parameter is called makes no other path. */
function listOperations({ document }: LoadedDocument): ReadonlySet<string> {
  const items = [
    ...Object.entries(asObject(document["paths"])).map(
      ([path, item]) => [path.replace(/\{[^}]*\}/g, "{}"), item] as const,
    ),
    ...Object.entries(asObject(document["webhooks"])).map(
      ([name, item]) => [`webhook ${name}`, item] as const,
    ),
  ];
  return new Set(
    items.flatMap(([path, item]) =>
      Object.keys(asObject(item))
        .filter((key) => methods.has(key))
        .map((method) => `${method} ${path}`),
    ),
  );
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((operation) => b.has(operation)).length;
  return common / Math.max(a.size, b.size, 1);
}

function asObject(value: unknown) {
  return isJsonObject(value) ? value : {};
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
