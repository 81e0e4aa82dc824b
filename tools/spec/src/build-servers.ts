import { buildProse } from "./build-prose.ts";
import type { JsonObject } from "./json.ts";
import type { Server, ServerVariable } from "./model.ts";
import { listAt, objectAt, objectsAt, present, stringAt } from "./read-members.ts";

/** The Server Objects of a document, a path item or an operation; undefined where it names none. */
export function buildServers(
  document: JsonObject,
  owner: JsonObject = document,
): readonly Server[] | undefined {
  const servers = objectsAt(owner, "servers").map((server) => buildServer(document, server));
  return servers.length === 0 ? undefined : servers;
}

/** A Server Object with its variables (OpenAPI 3.1, section 4.8.5). */
export function buildServer(document: JsonObject, server: JsonObject): Server {
  return {
    url: stringAt(server, "url") ?? "/",
    ...present("description", stringAt(server, "description")),
    ...present("prose", buildProse(document, server)),
    variables: Object.keys(objectAt(server, "variables")).map((name) =>
      buildVariable(document, name, objectAt(objectAt(server, "variables"), name)),
    ),
  };
}

function buildVariable(document: JsonObject, name: string, variable: JsonObject): ServerVariable {
  const values = listAt(variable, "enum").filter((value) => typeof value === "string");
  return {
    name,
    default: String(variable["default"] ?? values[0] ?? ""),
    ...present("description", stringAt(variable, "description")),
    ...present("prose", buildProse(document, variable)),
    ...present("values", values.length === 0 ? undefined : values),
  };
}
