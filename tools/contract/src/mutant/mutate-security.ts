import {
  type Api,
  isJsonObject,
  type JsonObject,
  joinPointer,
  type Operation,
  resolvePointer,
  type SecurityScheme,
} from "@specmill/spec";
import type { Draft, SecurityOperator } from "./draft-mutant.ts";
import { editAt, objectOf, setMembers, withMembers } from "./edit-document.ts";
import { mutateSchemes } from "./mutate-security-scheme.ts";

type Alternatives = Operation["security"];

/** Changes of which credentials an operation asks for, and of what the credentials are. */
export function mutateSecurity(document: JsonObject, api: Api): readonly Draft[] {
  return [
    ...api.operations.flatMap((operation) => mutateOperation(document, api, operation)),
    ...mutateSchemes(document, api),
  ];
}

const stranger = {
  name: "mutantKey",
  schema: { type: "apiKey", in: "header", name: "X-Mutant-Key" },
  scheme: { kind: "apiKey", name: "mutantKey", in: "header", parameter: "X-Mutant-Key" },
} as const;

function mutateOperation(document: JsonObject, api: Api, operation: Operation): readonly Draft[] {
  const { security, pointer, id } = operation;
  const own = "security" in objectOf(resolvePointer(document, pointer));
  const { securitySchemes: schemes } = api;
  const draft = (
    operator: SecurityOperator,
    alternatives: Alternatives,
    change: string,
    detail?: string,
  ): Draft => {
    const after = knowStranger(schemes, alternatives);
    return {
      pointer: own ? joinPointer(pointer, "security") : pointer,
      ...(detail === undefined ? {} : { detail }),
      change,
      operations: [id],
      subject: {
        kind: "security",
        operator,
        turns: [{ before: { alternatives: security, schemes }, after: { alternatives, schemes: after } }],
      },
      edit: (root) => secure(root, pointer, alternatives),
    };
  };
  const used = new Set(security.flat());
  const other = schemes.find(({ name }) => !used.has(name))?.name ?? stranger.name;
  const first = security.findIndex((alternative) => alternative.length > 0);
  const asked = security[first];
  if (asked === undefined) {
    const scheme = schemes[0]?.name ?? stranger.name;
    return [draft("security-add", [[scheme]], `asks for ${scheme}`)];
  }
  const [scheme = "", ...rest] = asked;
  return [
    draft("security-drop", [], "asks for nothing"),
    ...(security.length < 2
      ? []
      : security.map((alternative, index) =>
          draft(
            "security-alternative-drop",
            security.filter((_, at) => at !== index),
            `without ${alternative.join(" and ") || "{}"}`,
            String(index),
          ),
        )),
    ...(security.some((alternative) => alternative.length === 0)
      ? []
      : [draft("security-optional", [...security, []], "or nothing")]),
    draft("security-swap", security.with(first, [other, ...rest]), `${scheme} → ${other}`),
    draft("security-and", security.with(first, [...asked, other]), `${scheme} and ${other}`),
  ];
}

function secure(document: JsonObject, pointer: string, alternatives: Alternatives): JsonObject {
  const security = alternatives.map((names) => Object.fromEntries(names.map((name) => [name, []])));
  const secured = setMembers(document, pointer, { security });
  if (!usesStranger(alternatives)) return secured;
  return editAt(secured, "#/components", (components) => {
    const members = isJsonObject(components) ? components : {};
    const schemes = withMembers(objectOf(members["securitySchemes"]), { [stranger.name]: stranger.schema });
    return withMembers(members, { securitySchemes: schemes });
  });
}

function knowStranger(
  schemes: readonly SecurityScheme[],
  alternatives: Alternatives,
): readonly SecurityScheme[] {
  return usesStranger(alternatives) ? [...schemes, stranger.scheme] : schemes;
}

function usesStranger(alternatives: Alternatives): boolean {
  return alternatives.flat().includes(stranger.name);
}
