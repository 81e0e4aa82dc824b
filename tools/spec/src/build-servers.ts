import type { JsonObject } from "./json.ts";
import type { Server, ServerVariable } from "./model.ts";
import { listAt, objectAt, objectsAt, present, stringAt } from "./read-members.ts";

/** The Server Objects of a document, a path item or an operation; undefined where it names none. */
export function buildServers(owner: JsonObject): readonly Server[] | undefined {
  const servers = objectsAt(owner, "servers").map(buildServer);
  return servers.length === 0 ? undefined : servers;
}

function buildServer(server: JsonObject): Server {
  return {
    url: stringAt(server, "url") ?? "/",
    ...present("description", stringAt(server, "description")),
    variables: Object.keys(objectAt(server, "variables")).map((name) =>
      buildVariable(name, objectAt(objectAt(server, "variables"), name)),
    ),
  };
}

function buildVariable(name: string, variable: JsonObject): ServerVariable {
  const values = listAt(variable, "enum").filter((value) => typeof value === "string");
  return {
    name,
    default: String(variable["default"] ?? values[0] ?? ""),
    ...present("description", stringAt(variable, "description")),
    ...present("values", values.length === 0 ? undefined : values),
  };
}
