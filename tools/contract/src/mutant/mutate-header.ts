import { joinPointer, type Response } from "@specmill/spec";
import type { Draft, HeaderOperator } from "./draft-mutant.ts";
import {
  dropAt,
  type Edit,
  editAt,
  nameBeside,
  objectOf,
  renameMember,
  setMembers,
  toCanonical,
} from "./edit-document.ts";
import type { Place } from "./list-places.ts";
import { draftRetype } from "./mutate-retype.ts";

/** Changes of the headers of a response. */
export function mutateHeaders(
  { headers, pointer: response }: Response,
  operations: readonly string[],
  places: ReadonlyMap<string, Place>,
): readonly Draft[] {
  const owner = joinPointer(response, "headers");
  const names = headers.map(({ name }) => name);
  return headers.flatMap((header): readonly Draft[] => {
    const { name, required, pointer, schemaPointer } = header;
    const site = joinPointer(owner, name);
    const becomes = nameBeside(name, names);
    const place = schemaPointer === undefined ? undefined : places.get(toCanonical(schemaPointer));
    const draft = (operator: HeaderOperator, at: string, change: string, edit: Edit): Draft => ({
      pointer: at,
      change,
      operations,
      subject: { kind: "header", operator, header, ...(place === undefined ? {} : { place }) },
      edit,
    });
    return [
      draft("header-drop", site, `without ${name}`, (document) => dropAt(document, site)),
      draft("header-rename", site, `${name} → ${becomes}`, (document) =>
        editAt(document, owner, (value) => renameMember(objectOf(value), name, becomes)),
      ),
      draft(
        required ? "header-relax" : "header-require",
        pointer,
        required ? "required → optional" : "optional → required",
        (document) => setMembers(document, pointer, { required: !required }),
      ),
      ...(place === undefined ? [] : [draftRetype(place, "header-retype")]),
    ];
  });
}
