// Verifies documents for check.mjs, one at a time, in a process that may hang or crash.
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSubject, verifyApi } from "@specmill/contract";
import { loadDocument } from "@specmill/spec";

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
/** Chance finds little here that the listed cases do not, and takes most of the time. */
const fuzzRuns = 10;

process.on("message", async ({ file, most }) => {
  process.send(await verify(file, most));
});

async function verify(file, most) {
  const folder = await mkdtemp(join(tmpdir(), "specmill-public-"));
  try {
    const sample = join(folder, "openapi.json");
    const kept = await writeSample(file, sample, most);
    const read = await readSubject({ api: "public", file: kept === undefined ? file : sample }, "2026-01-01");
    if (read.kind === "failed") {
      const words = read.problems.map(({ message }) => message);
      return { verdict: "not verified", operations: 0, cases: 0, failed: [], words };
    }
    const { subject } = read;
    const settings = { ...subject.settings, fuzz: { ...subject.settings.fuzz, runs: fuzzRuns } };
    const { report } = await verifyApi({ ...subject, settings }, { onProgress: () => {} });
    return {
      verdict: report.verdict,
      operations: report.operations.length,
      cases: report.results.length,
      failed: report.results
        .filter(({ outcome }) => outcome === "failed")
        .map(({ id, failures }) => ({ id, failures })),
      words: [...report.reasons, ...[...report.problems, ...report.notes].map(({ message }) => message)],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Writes a document with no more than so many operations: those whose hash comes first, so that the same document gives
 * the same ones.
 *
 * @returns undefined where it has no more, or cannot be read
 */
async function writeSample(file, target, most) {
  const result = await loadDocument(file);
  if (result.kind === "failed") return undefined;
  const { document } = result.loaded;
  const all = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.has(key))
      .map((method) => ({
        path,
        method,
        hash: createHash("sha256").update(`${method} ${path}`).digest("hex"),
      })),
  );
  if (all.length <= most) return undefined;
  const chosen = new Set(
    all
      .sort((a, b) => (a.hash < b.hash ? -1 : 1))
      .slice(0, most)
      .map(({ path, method }) => `${method} ${path}`),
  );
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const members = Object.entries(item).filter(([key]) => !methods.has(key) || chosen.has(`${key} ${path}`));
    return members.some(([key]) => methods.has(key)) ? [[path, Object.fromEntries(members)]] : [];
  });
  await writeFile(target, JSON.stringify({ ...document, paths: Object.fromEntries(paths) }));
  return paths;
}
