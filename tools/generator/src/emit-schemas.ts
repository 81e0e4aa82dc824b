import type { Api } from "@specmill/spec";
import { type ClientNames, placeOfBody } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { compileValidators } from "./compile-validators.ts";
import { emitHeader } from "./emit-header.ts";
import { type CheckedBody, listValidators, type ValidatorList } from "./list-validators.ts";
import { toKey } from "./literals.ts";
import type { PackageSettings } from "./package-settings.ts";
import type { PlannedFile } from "./planned-file.ts";

export interface EmittedSchemas {
  readonly files: readonly PlannedFile[];
  /** What is not checked, and why, in words. */
  readonly omitted: readonly string[];
}

/**
 * `src/schemas.ts`, a Standard Schema for every component and every body, and `src/validators.ts`, the code that they
 * run.
 *
 * @param api - of the split document
 */
export function emitSchemas(
  api: Api,
  names: ClientNames,
  version: "3.0" | "3.1",
  settings: PackageSettings,
): EmittedSchemas {
  const list = listValidators(api, names, version);
  const { text, imports, omitted } = compileValidators(list.sources);
  const exported = new Map(list.sources.map(({ id, name }) => [id, name]));
  const header = emitHeader(settings);
  const schemas = [
    header,
    'import * as validation from "@specmill/runtime/validation";\n',
    list.bodies.some(({ mediaType }) => mediaType.schema === undefined) &&
      'import type * as client from "./client.js";\n',
    api.schemas.length > 0 && 'import type * as models from "./models.js";\n',
    list.sources.length > 0 && 'import * as validators from "./validators.js";\n',
    ...emitComponents(api, names),
    ...emitBodies(list, names),
    emitOperations(api, list, names),
    emitFactory(),
  ].filter((part) => part !== false);
  const support = imports.map((name) => (name === "Validator" ? `type ${name}` : name)).join(", ");
  const validators = [
    // What Ajv writes is JavaScript, and is told to no one but `schemas.ts`.
    `// @ts-nocheck\n${header}`,
    support && `import { ${support} } from "@specmill/runtime/validation";\n\n`,
    text,
  ];
  return {
    files: [
      { path: "src/schemas.ts", content: schemas.join("") },
      { path: "src/validators.ts", content: `${validators.join("").trimEnd()}\n` },
    ],
    omitted: [
      ...omitted.map(({ id, reason }) => `The schema ${exported.get(id) ?? id} is not checked: ${reason}.`),
      ...list.patterns.map(
        (pattern) =>
          `The pattern ${JSON.stringify(pattern)} is no regular expression of JavaScript and is not checked.`,
      ),
    ],
  };
}

function emitComponents(api: Api, names: ClientNames): readonly string[] {
  return api.schemas.map(({ name, description, deprecated }) => {
    const type = names.schemas.get(name) ?? name;
    const doc = toDocComment([description, deprecated ? "@deprecated" : undefined]);
    return `\n${doc}export const ${type}: validation.StandardSchema<models.${type}> = /* @__PURE__ */ validation.createSchema(\n  validators.${type},\n);\n`;
  });
}

/** Constants for the bodies that are no components, and for components that requests have otherwise than answers. */
function emitBodies({ bodies, components }: ValidatorList, names: ClientNames): readonly string[] {
  const known = new Set(components.values());
  const fresh = bodies.filter(({ validator }) => {
    const isNew = !known.has(validator);
    known.add(validator);
    return isNew;
  });
  return fresh.map((body) => {
    const type = typeOf(body, names);
    return `\nconst ${body.validator}: validation.StandardSchema<${type}> = /* @__PURE__ */ validation.createSchema(\n  validators.${body.validator},\n);\n`;
  });
}

function typeOf({ operation, status, mediaType }: CheckedBody, names: ClientNames): string {
  const { schema } = mediaType;
  if (schema !== undefined) return `models.${names.schemas.get(schema)}`;
  const body = names.bodies.get(placeOfBody(operation, status, mediaType));
  return body === undefined ? "unknown" : `client.${body}`;
}

function emitOperations(api: Api, { bodies }: ValidatorList, names: ClientNames): string {
  const of = new Map(
    api.operations.map(({ id }) => [id, bodies.filter(({ operation }) => operation.id === id)]),
  );
  const write = (emitBody: (body: CheckedBody) => string, readonly: string, end: string) =>
    api.operations.map(({ id }) => {
      const own = of.get(id) ?? [];
      const request = own.filter(({ status }) => status === undefined);
      const statuses = [...new Set(own.flatMap(({ status }) => status ?? []))];
      const list = (some: readonly CheckedBody[]) =>
        some
          .map((body) => `${readonly}${toKey(body.mediaType.type)}: ${emitBody(body)}`)
          .join(end === ";" ? "; " : ", ");
      const answers = statuses.map((status) => {
        return `      ${readonly}${toKey(status)}: { ${list(own.filter((body) => body.status === status))} }${end}\n`;
      });
      return [
        `  ${readonly}${toKey(id)}: {\n`,
        request.length > 0 && `    ${readonly}body: { ${list(request)} }${end}\n`,
        answers.length > 0
          ? `    ${readonly}responses: {\n${answers.join("")}    }${end}\n`
          : `    ${readonly}responses: {}${end}\n`,
        `  }${end}\n`,
      ]
        .filter((part) => part !== false)
        .join("");
    });
  const types = write((body) => `validation.StandardSchema<${typeOf(body, names)}>`, "readonly ", ";").join(
    "",
  );
  const values = write(({ validator }) => validator, "", ",").join("");
  const doc = toDocComment([
    "The schemas of each operation: of its body by media type, of its answers by status and media type.",
  ]);
  return `\n${doc}export const operations: {\n${types}} = {\n${values}};\n`;
}

function emitFactory(): string {
  const doc = toDocComment([
    "Makes what a client's `validate` takes. It checks what is sent and what comes; `observe` only tells `onDrift`.",
  ]);
  return `\n${doc}export function createValidation(options?: validation.ValidationOptions): validation.Validate {\n  return validation.createValidation(operations, options);\n}\n`;
}
