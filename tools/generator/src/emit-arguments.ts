import type { Operation, Parameter } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { emitBodyType, operationType } from "./emit-body-type.ts";
import type { Imports } from "./imports.ts";
import { toStringLiteral } from "./literals.ts";

/** The groups of parameters by where they travel, as the caller names them. */
const groups = [
  { in: "path", key: "path" },
  { in: "query", key: "query" },
  { in: "header", key: "headers" },
  { in: "cookie", key: "cookies" },
] as const;

/** Whether an operation takes arguments at all, and whether it can be called without. */
export function takesArguments({ parameters, requestBody }: Operation): "nothing" | "optional" | "required" {
  if (parameters.length === 0 && requestBody === undefined) return "nothing";
  const required = parameters.some((parameter) => parameter.required) || requestBody?.required === true;
  return required ? "required" : "optional";
}

/** `…Arguments` of an operation: its parameters by where they travel, and its body. */
export function emitArguments(operation: Operation, names: ClientNames, imports: Imports): string {
  const type = names.types.get(operation.id);
  const members = groups.flatMap((group) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === group.in);
    if (parameters.length === 0) return [];
    const optional = parameters.some((parameter) => parameter.required) ? "" : "?";
    const value = `${operationType(operation, imports)}["parameters"]["${group.in}"]`;
    const doc = toDocComment([describeParameters(parameters)], "  ");
    return [
      `${doc}  readonly ${group.key}${optional}: ${optional === "" ? value : `NonNullable<${value}>`};\n`,
    ];
  });
  const bodies = emitBodies(operation, names, imports);
  const doc = toDocComment([`What \`${names.methods.get(operation.id)}\` takes.`]);
  const [single, ...more] = bodies;
  if (more.length === 0) {
    return `${doc}export interface ${type}Arguments {\n${members.join("")}${single ?? ""}}\n`;
  }
  const variants = bodies.map((body) => `  | {\n${body.replace(/^/gm, "    ").trimEnd()}\n    }`).join("\n");
  return `${doc}export type ${type}Arguments = {\n${members.join("")}} & (\n${variants}\n);\n`;
}

function describeParameters(parameters: readonly Parameter[]): string {
  return parameters
    .map(({ name, description, deprecated }) => {
      const text = [deprecated ? "Deprecated." : undefined, description?.trim()].filter(
        (part) => part !== undefined,
      );
      return `- \`${name}\`: ${text.join(" ")}`.replace(/: $/, "");
    })
    .join("\n");
}

/** The members that carry a body: one set a media type, the first of which needs no `contentType`. */
function emitBodies(operation: Operation, names: ClientNames, imports: Imports): readonly string[] {
  const { requestBody } = operation;
  if (requestBody === undefined) return [];
  const optional = requestBody.required ? "" : "?";
  return requestBody.content.map((mediaType, index) => {
    const value = emitBodyType(mediaType, "request", names, imports, () => {
      return `NonNullable<${operationType(operation, imports)}["requestBody"]>["content"]`;
    });
    const doc = index === 0 ? toDocComment([requestBody.description], "  ") : "";
    const body = `${doc}  readonly body${optional}: ${value};\n`;
    if (requestBody.content.length === 1) return body;
    return `  readonly contentType${index === 0 ? "?" : ""}: ${toStringLiteral(mediaType.type)};\n${body}`;
  });
}
