import { type Api, type JsonObject, joinPointer, type RequestBody } from "@specmill/spec";
import type { Draft, PlainOperator } from "./draft-mutant.ts";
import { dropAt, type Edit, editAt, objectOf, renameMember, setMembers } from "./edit-document.ts";

/** Changes of what bodies of requests are: whether they have to be there, and of which media type. */
export function mutateBodies(_: JsonObject, api: Api): readonly Draft[] {
  const bodies = new Map(
    api.operations.flatMap(({ requestBody }) => (requestBody ? [[requestBody.pointer, requestBody]] : [])),
  );
  return [
    ...[...bodies.values()].flatMap((body) => mutateBody(body, api)),
    ...api.operations.flatMap(({ id, pointer, requestBody }): readonly Draft[] => {
      const place = joinPointer(pointer, "requestBody");
      if (requestBody === undefined) return [];
      return [plain("body-drop", place, "without a body", [id], (document) => dropAt(document, place))];
    }),
  ];
}

function mutateBody({ pointer, required, content }: RequestBody, api: Api): readonly Draft[] {
  const operations = api.operations
    .filter(({ requestBody }) => requestBody?.pointer === pointer)
    .map(({ id }) => id);
  const place = joinPointer(pointer, "content");
  const types = content.map(({ type }) => type);
  return [
    plain(
      required ? "body-relax" : "body-require",
      pointer,
      required ? "required → optional" : "optional → required",
      operations,
      (document) => setMembers(document, pointer, { required: !required }),
    ),
    ...types.flatMap((type): readonly Draft[] => {
      const becomes = ["application/vnd.mutant+json", "application/json"].find(
        (other) => !types.includes(other),
      );
      const at = joinPointer(place, type);
      return [
        ...(becomes === undefined
          ? []
          : [
              plain("body-media-type-change", at, `${type} → ${becomes}`, operations, (document) =>
                editAt(document, place, (value) => renameMember(objectOf(value), type, becomes)),
              ),
            ]),
        ...(types.length < 2
          ? []
          : [
              plain("body-media-type-drop", at, `without ${type}`, operations, (document) =>
                dropAt(document, at),
              ),
            ]),
      ];
    }),
  ];
}

/** A change of which the operator alone tells what it means. */
export function plain(
  operator: PlainOperator,
  pointer: string,
  change: string,
  operations: readonly string[],
  edit: Edit,
): Draft {
  return { subject: { kind: "plain", operator }, pointer, change, operations, edit };
}
