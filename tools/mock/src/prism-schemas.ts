import type { JSONSchema } from "@stoplight/prism-http";
import { validateAgainstSchema } from "@stoplight/prism-http/dist/validator/validators/utils.js";
import type { IHttpOperation, IHttpOperationResponse } from "@stoplight/types";

/** Where the schemas stand that Prism cannot compile; it would take any value at all for valid there. */
export function findUncompiledSchemas(operation: IHttpOperation): readonly string[] {
  const { body, query = [], headers = [], path = [] } = operation.request ?? {};
  const inContents = (where: string, contents: IHttpOperationResponse["contents"] = []) =>
    contents.map(({ mediaType, schema }) => ({ where: `${where} ${mediaType}`, schema }));
  const schemas = [
    ...inContents("request", body?.contents),
    ...[...query, ...headers, ...path].map(({ name, schema }) => ({ where: `parameter ${name}`, schema })),
    ...operation.responses.flatMap(({ code, contents, headers: sent = [] }) => [
      ...inContents(`response ${code}`, contents),
      ...sent.map(({ name, schema }) => ({ where: `response ${code} header ${name}`, schema })),
    ]),
  ];
  const bundle = bundleOf(operation);
  return schemas
    .filter(({ schema }) => schema !== undefined && !isCompilable(schema, bundle))
    .map(({ where }) => where);
}

/** Prism drops the error that compiling makes. So this asks for what no value fulfils and sees whether it is told. */
function isCompilable({ $schema, ...schema }: JSONSchema, bundle: unknown): boolean {
  const impossible: JSONSchema = { ...($schema === undefined ? {} : { $schema }), allOf: [schema], not: {} };
  return validateAgainstSchema(null, impossible, false, 0, undefined, bundle)._tag === "Some";
}

/** What the references that are left in an operation's schemas, those that run in circles, point into. */
export function bundleOf(operation: IHttpOperation): unknown {
  return Reflect.get(operation, "__bundled__");
}
