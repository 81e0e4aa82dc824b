import { fileURLToPath } from "node:url";
import { type CaseResult, readSubject, type SubjectPlace, verifyApi } from "@specmill/contract";
import { expect, test } from "vitest";

/**
 * Adds to a file of tests every case that the document of an API gives, run through its generated client against the
 * mock: a test for each kind of case of each operation, and one for the verdict.
 *
 * @param api - the name of its folder
 * @throws Error when the document cannot be read
 */
export async function testContract(api: string): Promise<void> {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const place: SubjectPlace = {
    api,
    file: here(`${api}/openapi.yaml`),
    package: here(`../packages/${api}`),
  };
  const read = await readSubject(place, new Date().toISOString().slice(0, 10));
  if (read.kind === "failed")
    throw new Error(`The document cannot be read: ${JSON.stringify(read.problems)}`);
  const { report } = await verifyApi(read.subject, { onProgress: () => {} });
  const groups = groupResults(report.results);
  test.each([...groups])("%s", (_name, results) => {
    expect(results.filter(({ outcome }) => outcome !== "passed").map(describe)).toEqual([]);
  });
  test("every promise of the document is put to the test, and the verdict is passed", () => {
    expect(report.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect({ verdict: report.verdict, reasons: report.reasons }).toEqual({ verdict: "passed", reasons: [] });
  });
}

function describe({ id, title, failures }: CaseResult): string {
  const found = failures.map(({ blame, message, pointer }) => `${blame}: ${message} (${pointer})`);
  return `${title}: ${found.join("; ")}. Run \`specmill contract replay ${id}\`.`;
}

function groupResults(results: readonly CaseResult[]): ReadonlyMap<string, readonly CaseResult[]> {
  const groups = new Map<string, CaseResult[]>();
  for (const result of results) {
    const name = `${result.operation}: ${result.kind}`;
    groups.set(name, [...(groups.get(name) ?? []), result]);
  }
  return groups;
}
