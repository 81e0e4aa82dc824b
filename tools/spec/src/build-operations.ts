import { buildRequestBody, buildResponses } from "./build-bodies.ts";
import { buildDocumentation } from "./build-documentation.ts";
import { buildParameter } from "./build-parameter.ts";
import { buildProse } from "./build-prose.ts";
import { buildSecurity } from "./build-security.ts";
import { buildServers } from "./build-servers.ts";
import { createSensitiveFinder, type FindSensitive } from "./find-sensitive.ts";
import { followPointer, followReference, joinPointer, resolvePointer } from "./follow-reference.ts";
import type { JsonObject } from "./json.ts";
import type { Callback, Method, Operation, Parameter, Stability } from "./model.ts";
import { isMethod, nameOperation } from "./name-operations.ts";
import { listAt, objectAt, present, stringAt } from "./read-members.ts";

/** The operations of a document in the order in which it lists them. */
export function buildOperations(document: JsonObject): readonly Operation[] {
  const context = { document, findSensitive: createSensitiveFinder(document), heir: document, above: [] };
  return buildPathItems(context, objectAt(document, "paths"), "#/paths");
}

/** The operations of a document's webhooks (OpenAPI 3.1, section 4.8.1); undefined where it has none. */
export function buildWebhooks(document: JsonObject): readonly Operation[] | undefined {
  const context = { document, findSensitive: createSensitiveFinder(document), heir: {}, above: [] };
  const webhooks = buildPathItems(context, objectAt(document, "webhooks"), "#/webhooks");
  return webhooks.length === 0 ? undefined : webhooks;
}

interface Context {
  readonly document: JsonObject;
  readonly findSensitive: FindSensitive;
  /** Whose security counts where an operation lists none. */
  readonly heir: JsonObject;
  /** Where the path items stand whose callbacks are being read: a callback may lead back to them. */
  readonly above: readonly string[];
}

/** The operations of a map of path items by path, which stands at `owner`. */
function buildPathItems(context: Context, items: JsonObject, owner: string): readonly Operation[] {
  return Object.keys(items).flatMap((path) => {
    const item = followReference(context.document, items[path]);
    const pointer = followPointer(context.document, joinPointer(owner, path));
    if (context.above.includes(pointer)) return [];
    const below = { ...context, above: [...context.above, pointer] };
    const listed = Object.keys(item).filter(isMethod);
    return listed.map((method) => buildOperation(below, { path, item, pointer }, method));
  });
}

interface PathItem {
  readonly path: string;
  readonly item: JsonObject;
  readonly pointer: string;
}

function buildOperation(
  context: Context,
  { path, item, pointer: itemPointer }: PathItem,
  method: Method,
): Operation {
  const { document, findSensitive, heir } = context;
  const operation = objectAt(item, method);
  const pointer = joinPointer(itemPointer, method);
  const requestBody = buildRequestBody(document, operation, pointer);
  const responses = buildResponses(document, operation, pointer);
  const idempotent = operation["x-idempotent"];
  const bodies = [requestBody, ...responses].flatMap((body) => body?.content ?? []);
  const tags = listAt(operation, "tags").filter((tag) => typeof tag === "string");
  const ownServers = buildServers(document, operation);
  const servers = ownServers ?? buildServers(document, item);
  const serversOwner = ownServers === undefined ? itemPointer : pointer;
  const shared = buildProse(document, item);
  const callbacks = buildCallbacks(context, operation, pointer);
  return {
    id: nameOperation(operation, method, path),
    pointer,
    method,
    path,
    ...present("summary", stringAt(operation, "summary") ?? stringAt(item, "summary")),
    ...present("description", stringAt(operation, "description") ?? stringAt(item, "description")),
    deprecated: operation["deprecated"] === true,
    ...present("documentation", buildDocumentation(operation)),
    parameters: mergeParameters(document, [itemPointer, pointer]),
    ...present("requestBody", requestBody),
    responses,
    ...buildSecurity(operation, pointer, heir),
    ...present("servers", servers),
    ...present("serversPointer", servers && joinPointer(serversOwner, "servers")),
    ...present("prose", buildProse(document, operation)),
    ...present("shared", shared && { prose: shared }),
    ...present("tags", tags.length === 0 ? undefined : tags),
    ...present("callbacks", callbacks.length === 0 ? undefined : callbacks),
    ...present("sunset", stringAt(operation, "x-sunset") ?? stringAt(item, "x-sunset")),
    ...present("stability", readStability(operation) ?? readStability(item)),
    ...present("idempotent", typeof idempotent === "boolean" ? idempotent : undefined),
    sensitive: findSensitive(bodies.map(({ jsonSchema }) => jsonSchema)),
  };
}

/** The Callback Objects of an operation, one for each expression (OpenAPI 3.1, section 4.8.18). */
function buildCallbacks(context: Context, operation: JsonObject, owner: string): readonly Callback[] {
  const callbacks = objectAt(operation, "callbacks");
  return Object.keys(callbacks).flatMap((name) => {
    const callback = followReference(context.document, callbacks[name]);
    const pointer = followPointer(context.document, joinPointer(owner, "callbacks", name));
    const expressions = Object.keys(callback).filter((key) => !key.startsWith("x-") && !key.startsWith("$"));
    return expressions.map((expression) => ({
      name,
      ...present("prose", buildProse(context.document, callback)),
      pointer: joinPointer(pointer, expression),
      expression,
      operations: buildPathItems(
        { ...context, heir: {} },
        { [expression]: callback[expression] ?? {} },
        pointer,
      ),
    }));
  });
}

const stabilities: readonly Stability[] = ["draft", "alpha", "beta", "stable"];

function readStability(owner: JsonObject): Stability | undefined {
  return stabilities.find((level) => level === owner["x-stability-level"]);
}

/** An operation's parameters and those of its path; where both name the same, the operation's counts. */
function mergeParameters(document: JsonObject, owners: readonly string[]): readonly Parameter[] {
  const parameters = owners.flatMap((owner) =>
    listAt(followReference(document, resolvePointer(document, owner)), "parameters").flatMap(
      (value, index) => {
        const pointer = followPointer(document, joinPointer(owner, "parameters", String(index)));
        return buildParameter(document, followReference(document, value), pointer) ?? [];
      },
    ),
  );
  return [
    ...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values(),
  ];
}
