import type { Operation, Parameter } from "@specmill/spec";
import { placeOfBody } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { orUndefined, spaced } from "./declare-type.ts";
import { describeSchema, describeTags } from "./describe-schema.ts";
import { type Emission, referToModel } from "./emission.ts";
import { emitBodyDeclaration, emitBodyType } from "./emit-body-type.ts";
import { indentLines } from "./indent-lines.ts";
import { toKey, toStringLiteral } from "./literals.ts";

/** The groups of parameters by where they travel, as the caller names them. */
const groups = [
  { in: "path", key: "path", doc: "Parameters of the path." },
  { in: "query", key: "query", doc: "Parameters of the query." },
  { in: "header", key: "headers", doc: "Headers that the document names." },
  { in: "cookie", key: "cookies", doc: "Cookies. A browser lets no page set them." },
] as const;

/** Whether an operation takes arguments at all, and whether it can be called without. */
export function takesArguments({ parameters, requestBody }: Operation): "nothing" | "optional" | "required" {
  if (parameters.length === 0 && requestBody === undefined) return "nothing";
  const required = parameters.some((parameter) => parameter.required) || requestBody?.required === true;
  return required ? "required" : "optional";
}

/** `…Arguments` of an operation: its parameters by where they travel, and its body; before it, bodies of their own name. */
export function emitArguments(operation: Operation, emission: Emission): readonly string[] {
  const { names } = emission;
  const type = names.types.get(operation.id);
  const method = names.methods.get(operation.id);
  const members = groups.flatMap((group) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === group.in);
    if (parameters.length === 0) return [];
    const required = parameters.some((parameter) => parameter.required);
    const inner = parameters.map((parameter) => indentLines(`\n${emitParameter(parameter, emission)}`, "  "));
    const value = `{${inner.join("")}\n}`;
    const doc = toDocComment([group.doc]);
    return [emitMember(doc, group.key, required, value)];
  });
  const bodies = emitBodies(operation, emission);
  const doc = toDocComment([`What \`${method}\` takes.`]);
  const declared = (operation.requestBody?.content ?? []).flatMap((mediaType) =>
    emitBodyDeclaration(
      mediaType,
      placeOfBody(operation, undefined, mediaType),
      operation.requestBody?.description ?? `What \`${method}\` sends.`,
      emission,
    ),
  );
  if (bodies.length < 2) {
    const lines = [...members, ...bodies].map((member) => indentLines(`\n${member}`, "  ")).join("");
    return [...declared, `${doc}export interface ${type}Arguments {${lines}\n}\n`];
  }
  const lines = members.map((member) => indentLines(`\n${member}`, "  ")).join("");
  const variants = bodies.map((body) => `\n  | {${indentLines(`\n${body}`, "      ")}\n    }`).join("");
  return [
    ...declared,
    `${doc}export type ${type}Arguments = ${members.length === 0 ? "" : `{${lines}\n} & `}(${variants}\n);\n`,
  ];
}

function emitParameter(parameter: Parameter, emission: Emission): string {
  const { name, required, deprecated, description, schema, example } = parameter;
  const followed = emission.types.follow(schema);
  const [own, format] = describeSchema(followed);
  const assumed = followed["default"];
  const shown = JSON.stringify(example) === JSON.stringify(assumed) ? undefined : example;
  const tags = describeTags({
    deprecated: deprecated || followed["deprecated"] === true,
    assumed,
    example: shown,
  });
  // A component that is a point in time would be a mere text by its name.
  const written = followed["format"] === "date-time" ? followed : schema;
  const type =
    written === undefined
      ? "string"
      : emission.types.emit(written, { reference: referToModel(emission), given: true });
  return emitMember(toDocComment([description ?? own, format, tags]), toKey(name), required, type);
}

function emitMember(doc: string, key: string, required: boolean, type: string): string {
  return `${doc}readonly ${key}${required ? "" : "?"}:${spaced(required ? type : orUndefined(type))};`;
}

/** The members that carry a body: one set a media type, the first of which needs no `contentType`. */
function emitBodies(operation: Operation, emission: Emission): readonly string[] {
  const { requestBody } = operation;
  if (requestBody === undefined) return [];
  return requestBody.content.map((mediaType, index) => {
    const place = placeOfBody(operation, undefined, mediaType);
    const value = emitBodyType(mediaType, "request", place, emission);
    const [said] = describeSchema(emission.types.follow(mediaType.jsonSchema));
    const doc = toDocComment([requestBody.description ?? said ?? "The body."]);
    const body = emitMember(doc, "body", requestBody.required, value);
    if (requestBody.content.length === 1) return body;
    const media = toDocComment(["The media type of the body."]);
    return `${emitMember(media, "contentType", index > 0, toStringLiteral(mediaType.type))}\n${body}`;
  });
}
