import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { compileClient, emitClientSource } from "@specmill/generator";
import {
  displayPath,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  loadDocument,
  type Problem,
} from "@specmill/spec";
import { readRegressions } from "../case/regression.ts";
import { mapClasses } from "../obligation/obligation-classes.ts";
import { type ContractSettings, defaultSettings, readSettings } from "../obligation/read-settings.ts";
import type { Subject } from "../subject.ts";
import type { Exchange } from "../wire/exchange.ts";

/** Where everything about an API is found. */
export interface SubjectPlace {
  readonly api: string;
  /** The document. */
  readonly file: string;
  /** The generated package; a client is generated in memory where there is none. */
  readonly package?: string;
  /** NDJSON of exchanges that hand-written tests have recorded. */
  readonly recorded?: string;
}

export type SubjectResult =
  | { readonly kind: "read"; readonly subject: Subject }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

/** The files beside a document that a contract run reads and writes. */
export function contractFiles(file: string): Readonly<Record<"settings" | "lock" | "regressions", string>> {
  const folder = dirname(resolve(file));
  return {
    settings: join(folder, "contract.yaml"),
    lock: join(folder, "contract.lock.json"),
    regressions: join(folder, "contract.regressions.json"),
  };
}

/**
 * Reads all that a run needs of an API.
 *
 * @param today - an ISO date
 */
export async function readSubject(place: SubjectPlace, today: string): Promise<SubjectResult> {
  const result = await loadDocument(place.file);
  if (result.kind === "failed") return result;
  const { loaded } = result;
  const files = contractFiles(place.file);
  const isOfHouse = place.package !== undefined;
  const settings = await readText(files.settings);
  const read =
    settings === undefined
      ? { kind: "read" as const, settings: isOfHouse ? defaultSettings : ungated }
      : readSettings(displayPath(files.settings), settings);
  if (read.kind === "failed") return read;
  const stored = await readText(files.regressions);
  const regressions = stored === undefined ? [] : readRegressions(stored);
  if (regressions === undefined) {
    return {
      kind: "failed",
      problems: [
        spoilt(
          files.regressions,
          "This is no file of regressions.",
          "Delete the file; the next run writes it anew.",
        ),
      ],
    };
  }
  const recorded = place.recorded === undefined ? [] : await readExchanges(place.recorded);
  if ("rule" in recorded) return { kind: "failed", problems: [recorded] };
  const source = await readClient(place, loaded);
  if (source.kind === "failed") return source;
  const lock = await readText(files.lock);
  return {
    kind: "read",
    subject: {
      api: place.api,
      loaded,
      file: displayPath(loaded.file),
      client: compileClient(source.text),
      settings: read.settings,
      regressions,
      recorded,
      ...(lock === undefined ? {} : { lock: { file: displayPath(files.lock), text: lock } }),
      today,
    },
  };
}

/** Nobody has said of a document from elsewhere how much of it must be covered. */
const ungated: ContractSettings = { ...defaultSettings, gates: mapClasses(() => 0) };

async function readClient(
  { api, package: folder }: SubjectPlace,
  loaded: Parameters<typeof emitClientSource>[0],
): Promise<
  | { readonly kind: "read"; readonly text: string }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] }
> {
  const text = folder === undefined ? undefined : await readText(join(folder, "src", "client.ts"));
  if (text !== undefined) return { kind: "read", text };
  const emitted = emitClientSource(loaded, api);
  return emitted.kind === "failed" ? emitted : { kind: "read", text: emitted.source };
}

async function readExchanges(file: string): Promise<readonly Exchange[] | Problem> {
  const hint = "Record it again: run the tests that write it, with a fetch of `recordExchanges`.";
  const text = await readText(file);
  if (text === undefined) return spoilt(file, "There is no such file.", hint);
  const lines = text.split("\n");
  const read = lines.map((line) => (line === "" ? [] : [parseExchange(line)]));
  const spoiltLine = read.findIndex(([exchange]) => exchange === null);
  if (spoiltLine !== -1) {
    const message = "This is no list of exchanges, one JSON object a line.";
    return { ...spoilt(file, message, hint), line: spoiltLine + 1 };
  }
  return read.flatMap((list) => list.flatMap((exchange) => exchange ?? []));
}

/** Null where the text is something else than an exchange. */
function parseExchange(text: string): Exchange | null {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isExchange(value) ? value : null;
}

function isExchange(value: JsonValue): value is JsonObject & Exchange {
  if (!isJsonObject(value)) return false;
  const { request, response } = value;
  if (!isJsonObject(request) || !isJsonObject(response)) return false;
  const isSent = typeof request["method"] === "string" && typeof request["target"] === "string";
  const isBody = typeof (request["body"] ?? "") === "string" && typeof response["body"] === "string";
  const isAnswered = typeof response["status"] === "number";
  return isSent && isAnswered && isBody && areHeaders(request["headers"]) && areHeaders(response["headers"]);
}

function areHeaders(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && Object.values(value).every((text) => typeof text === "string");
}

function spoilt(file: string, message: string, hint: string): Problem {
  return {
    rule: "contract-file",
    severity: "error",
    message,
    file: displayPath(file),
    line: 1,
    column: 1,
    hint,
  };
}

async function readText(file: string): Promise<string | undefined> {
  return existsSync(file) ? await readFile(file, "utf8") : undefined;
}
