import type { Operation } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { emitCall } from "./emit-example.ts";

/** How long an example of a call may be that is shown beside its method. */
const longest = 600;

/** What the documentation of an operation's method says, paragraph by paragraph. */
export function describeOperation(operation: Operation, names: ClientNames): readonly (string | undefined)[] {
  const { summary, description, documentation, deprecated, method, path } = operation;
  const call = emitCall(operation, names);
  const tags = [
    deprecated ? "@deprecated The document marks this operation as deprecated." : undefined,
    documentation === undefined ? undefined : `@see ${documentation.url}`,
    call === undefined || call.length > longest ? undefined : `@example\nconst result = ${call};`,
  ];
  return [
    summary,
    description === summary ? undefined : description,
    `\`${method.toUpperCase()} ${path}\``,
    tags.filter((tag) => tag !== undefined).join("\n"),
  ];
}
