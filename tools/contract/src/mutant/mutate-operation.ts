import { type Api, isJsonObject, type JsonObject, joinPointer, type Method } from "@specmill/spec";
import type { Draft, PlainOperator } from "./draft-mutant.ts";
import {
  dropAt,
  type Edit,
  editAt,
  keysOf,
  listOf,
  nameBeside,
  objectOf,
  renameMember,
} from "./edit-document.ts";

const replacements: readonly Method[] = ["put", "post", "patch", "delete", "get"];

/** Changes of where operations are, and of which there are. */
export function mutateOperations(document: JsonObject, api: Api): readonly Draft[] {
  const pointers = [...new Set(api.operations.map(({ pointer }) => pointer))];
  return [
    ...Object.keys(objectOf(document["paths"])).flatMap((path) => renamePath(document, api, path)),
    ...pointers.flatMap((pointer) => mutateOperation(api, pointer)),
  ];
}

function renamePath(document: JsonObject, api: Api, path: string): readonly Draft[] {
  const operations = api.operations.filter((operation) => operation.path === path).map(({ id }) => id);
  if (operations.length === 0) return [];
  const becomes = `${path.replace(/\/$/, "")}/${nameBeside("renamed", Object.keys(objectOf(document["paths"])))}`;
  return [
    {
      pointer: joinPointer("#/paths", path),
      change: `${path} → ${becomes}`,
      operations,
      subject: { kind: "plain", operator: "path-rename" },
      edit: (root) => editAt(root, "#/paths", (paths) => renameMember(objectOf(paths), path, becomes)),
    },
  ];
}

function mutateOperation(api: Api, pointer: string): readonly Draft[] {
  const operations = api.operations.filter((operation) => operation.pointer === pointer);
  const [operation] = operations;
  if (operation === undefined) return [];
  const draft = (operator: PlainOperator, change: string, edit: Edit): Draft => ({
    pointer,
    change,
    operations: operations.map(({ id }) => id),
    subject: { kind: "plain", operator },
    edit,
  });
  const { method, path } = operation;
  const item = keysOf(pointer).slice(0, -1);
  const taken = operations.flatMap((one) => api.operations.filter((other) => other.path === one.path));
  const becomes = replacements.find((name) => !taken.some((other) => other.method === name));
  const name = nameBeside(
    "mutant",
    operation.parameters.map((parameter) => parameter.name),
  );
  const parameter = { name, in: "query", required: true, schema: { type: "string" } };
  return [
    draft("operation-drop", `without ${method} ${path}`, (root) => dropAt(root, pointer)),
    ...(becomes === undefined
      ? []
      : [
          draft("method-change", `${method} → ${becomes}`, (root) =>
            editAt(root, joinPointer("#", ...item), (value) =>
              renameMember(objectOf(value), method, becomes),
            ),
          ),
        ]),
    draft("parameter-add", `with a required query parameter ${name}`, (root) =>
      editAt(root, pointer, (value) => {
        const members = isJsonObject(value) ? value : {};
        return { ...members, parameters: [...listOf(members["parameters"]), parameter] };
      }),
    ),
  ];
}
