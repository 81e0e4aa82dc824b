import { isJsonObject, type JsonObject, type JsonValue, resolvePointer } from "@specmill/spec";

/** The start of a sentence about the value that the schema with a keyword is of: "`name`", "The body". */
export function nameSubject(pointer: string | undefined, document: JsonObject): string {
  const keys = (pointer ?? "").replace(/^#\/?/, "").split("/").slice(0, -1).map(readKey);
  let subject = "The value";
  for (let index = 0; index < keys.length; index++) {
    const [key, next] = [keys[index] ?? "", keys[index + 1]];
    const named = key in naming ? naming[key] : undefined;
    if (named !== undefined && next !== undefined) {
      const name = named(next, subject, () =>
        resolvePointer(
          document,
          `#/${keys
            .slice(0, index + 2)
            .map(writeKey)
            .join("/")}`,
        ),
      );
      if (name !== undefined) {
        subject = name;
        index++;
        continue;
      }
    }
    if (key === "items" || key === "unevaluatedItems" || key === "contains")
      subject = `Each item of ${inner(subject)}`;
    if (key === "additionalProperties" || key === "unevaluatedProperties")
      subject = `Each value of ${inner(subject)}`;
    if (key === "requestBody" || key === "content") subject = subject === "The value" ? "The body" : subject;
  }
  return subject;
}

type Namer = (key: string, subject: string, find: () => JsonValue | undefined) => string | undefined;

const naming: { readonly [key: string]: Namer } = {
  properties: (name) => `\`${name}\``,
  schemas: (name) => `\`${name}\``,
  headers: (name) => `\`${name}\``,
  parameters: (_, __, find) => {
    const value = find();
    const name = isJsonObject(value) ? value["name"] : undefined;
    return typeof name === "string" ? `\`${name}\`` : undefined;
  },
  prefixItems: (index, subject) => `Item ${Number(index) + 1} of ${inner(subject)}`,
  patternProperties: (_, subject) => `Each value of ${inner(subject)}`,
  dependentSchemas: (_, subject) => subject,
  dependentRequired: (_, subject) => subject,
  allOf: (_, subject) => subject,
  anyOf: (_, subject) => subject,
  oneOf: (_, subject) => subject,
  $defs: (name) => `\`${name}\``,
};

/** A subject within a sentence. */
function inner(subject: string): string {
  return subject.startsWith("`") ? subject : `${subject.charAt(0).toLowerCase()}${subject.slice(1)}`;
}

function readKey(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

function writeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
