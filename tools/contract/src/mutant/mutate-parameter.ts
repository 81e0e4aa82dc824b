import {
  type Api,
  followPointer,
  type JsonObject,
  type JsonValue,
  joinPointer,
  type Operation,
  type Parameter,
  resolvePointer,
} from "@specmill/spec";
import type { Draft, ParameterOperator } from "./draft-mutant.ts";
import { dropAt, keysOf, listOf, nameBeside, objectOf, setMembers, toCanonical } from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import { restyle } from "./mutate-parameter-style.ts";
import { draftRetype } from "./mutate-retype.ts";

type Places = ReadonlyMap<string, Place>;
type Members = Readonly<Record<string, JsonValue | undefined>>;

/** Changes of parameters: of what one is, for all who refer to it, and of whether it is there, for each who does. */
export function mutateParameters(document: JsonObject, api: Api, places: Places): readonly Draft[] {
  const parameters = new Map(
    api.operations.flatMap((operation) => operation.parameters.map((one) => [one.pointer, one])),
  );
  return [
    ...[...parameters.values()].flatMap((parameter) => changeParameter(document, api, places, parameter)),
    ...dropParameters(document, api, places),
  ];
}

function changeParameter(
  document: JsonObject,
  api: Api,
  places: Places,
  parameter: Parameter,
): readonly Draft[] {
  const { pointer, name, required, in: location, schemaPointer } = parameter;
  const users = api.operations.filter(({ parameters }) => parameters.some((one) => one.pointer === pointer));
  const place = placeOf(places, schemaPointer);
  const draft = (operator: ParameterOperator, change: string, members: Members): Draft => ({
    pointer,
    change,
    operations: users.map(({ id }) => id),
    subject: { kind: "parameter", operator, parameter, ...(place === undefined ? {} : { place }) },
    edit: (root) => setMembers(root, pointer, members),
  });
  const becomes = nameBeside(
    name,
    users.flatMap((user) => user.parameters.map((one) => one.name)),
  );
  const moved = location === "query" ? "header" : "query";
  return [
    // A path names its parameters, and has to have them all.
    ...(location === "path"
      ? []
      : [
          draft("parameter-rename", `${name} → ${becomes}`, { name: becomes }),
          draft("parameter-move", `${location} → ${moved}`, {
            in: moved,
            style: undefined,
            explode: undefined,
          }),
          required
            ? draft("parameter-relax", "required → optional", { required: false })
            : draft("parameter-require", "optional → required", { required: true }),
        ]),
    ...(place === undefined ? [] : [draftRetype(place, "parameter-retype")]),
    ...restyle(document, parameter).map(({ operator, change, members }) => draft(operator, change, members)),
  ];
}

function dropParameters(document: JsonObject, api: Api, places: Places): readonly Draft[] {
  const owners = new Map<string, Operation[]>();
  for (const operation of api.operations) {
    for (const owner of ownersOf(operation)) owners.set(owner, [...(owners.get(owner) ?? []), operation]);
  }
  return [...owners].flatMap(([owner, operations]) =>
    listOf(resolvePointer(document, owner)).flatMap((_, index): readonly Draft[] => {
      const site = joinPointer(owner, String(index));
      const pointer = followPointer(document, site);
      const users = operations.filter((operation) => isAlone(document, operation, pointer));
      const parameter = users[0]?.parameters.find((one) => one.pointer === pointer);
      if (parameter === undefined || parameter.in === "path") return [];
      const place = placeOf(places, parameter.schemaPointer);
      return [
        {
          pointer: site,
          change: `without ${parameter.in} parameter ${parameter.name}`,
          operations: users.map(({ id }) => id),
          subject: {
            kind: "parameter",
            operator: "parameter-drop",
            parameter,
            ...(place === undefined ? {} : { place }),
          },
          edit: (root) => dropAt(root, site),
        },
      ];
    }),
  );
}

/** Where the parameters of an operation are listed: those of its path, and its own. */
function ownersOf({ pointer }: Operation): readonly string[] {
  const item = joinPointer("#", ...keysOf(pointer).slice(0, -1));
  return [joinPointer(item, "parameters"), joinPointer(pointer, "parameters")];
}

/** Whether an operation has a parameter, and no other of the same name to take its place. */
function isAlone(document: JsonObject, operation: Operation, pointer: string): boolean {
  const used = operation.parameters.find((one) => one.pointer === pointer);
  if (used === undefined) return false;
  const listed = ownersOf(operation).flatMap((owner) =>
    listOf(resolvePointer(document, owner)).map((_, index) =>
      objectOf(resolvePointer(document, followPointer(document, joinPointer(owner, String(index))))),
    ),
  );
  return listed.filter(({ name, in: location }) => name === used.name && location === used.in).length === 1;
}

function placeOf(places: Places, schemaPointer: string | undefined): Place | undefined {
  return schemaPointer === undefined ? undefined : places.get(toCanonical(schemaPointer));
}
