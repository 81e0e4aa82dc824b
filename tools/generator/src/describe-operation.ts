import type { Operation } from "@specmill/spec";

/** What the documentation of an operation's method says, paragraph by paragraph. */
export function describeOperation(operation: Operation): readonly (string | undefined)[] {
  const { summary, description, documentation, deprecated, method, path } = operation;
  const tags = [
    deprecated ? "@deprecated The document marks this operation as deprecated." : undefined,
    documentation === undefined ? undefined : `@see ${documentation.url}`,
  ];
  return [
    summary,
    description === summary ? undefined : description,
    `\`${method.toUpperCase()} ${path}\``,
    tags.filter((tag) => tag !== undefined).join("\n"),
  ];
}
