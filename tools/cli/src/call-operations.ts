import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exampleArguments, nameClient } from "@specmill/generator";
import { buildModel, type JsonObject, loadDocument, type SecurityScheme } from "@specmill/spec";

/** What came back from one call. */
export interface Called {
  readonly api: string;
  readonly operation: string;
  readonly method: string;
  readonly ok: boolean;
  readonly status: string;
  /** The body as JSON, or what went wrong. */
  readonly answer: string;
}

type Method = (given: JsonObject) => Promise<Outcome>;

interface Outcome {
  readonly ok: boolean;
  readonly status: number | string;
  readonly data?: unknown;
  readonly error?: Error;
}

/**
 * Calls each operation of an API once, with the examples of its document, through the built client.
 *
 * @param folder - of the client's package, built
 * @throws Error when the document cannot be read any more, or the package does not hold the client that it should
 */
export async function callOperations(
  api: string,
  specFile: string,
  folder: string,
  baseUrl: string,
): Promise<readonly Called[]> {
  const result = await loadDocument(specFile);
  if (result.kind === "failed") throw new Error(`${specFile} could be served, and now cannot be read.`);
  const model = buildModel(result.loaded.document);
  const names = nameClient(model, api);
  const exported: Record<string, unknown> = await import(
    pathToFileURL(join(folder, "dist", "index.js")).href
  );
  const factory = exported[names.factory];
  if (typeof factory !== "function") throw new Error(`${folder} exports no ${names.factory}.`);
  const auth = Object.fromEntries(
    model.securitySchemes.map((scheme) => [scheme.name, placeholderFor(scheme)]),
  );
  const client: Record<string, Method> = factory({ baseUrl, auth });
  const called: Called[] = [];
  for (const operation of model.operations) {
    const name = names.methods.get(operation.id) ?? operation.id;
    const row = { api, operation: name, method: operation.method.toUpperCase() };
    const given = exampleArguments(operation);
    if (given === undefined) {
      called.push({ ...row, ok: false, status: "not called", answer: "something required has no example" });
      continue;
    }
    const { ok, status, data, error } = (await client[name]?.(given)) ?? {
      ok: false,
      status: "no such method",
    };
    called.push({ ...row, ok, status: String(status), answer: error?.message ?? JSON.stringify(data) ?? "" });
  }
  return called;
}

/** A credential that the mock takes: it checks that there is one, not whose it is. */
function placeholderFor(scheme: SecurityScheme): unknown {
  return scheme.kind === "basic" ? { username: "ada", password: "secret" } : "any-credential";
}
