import type { Fault } from "@specmill/oracle";
import { readPath } from "./edit-value.ts";

/** Why a value is refused, as the end of a sentence: "`name` must not have more than 20 characters". */
export function describeFault(fault: Fault): string {
  return `${nameSubject(fault)} ${sayDemand(fault)}`;
}

/** The part that is wrong, as code has it: `items[0].name`. */
function nameSubject({ at, keyword, message }: Fault): string {
  const path = readPath(at);
  if (keyword === "propertyNames")
    return path.length === 0 ? "a name of the value" : `a name in ${quote(path)}`;
  const named = namedProperty(keyword, message);
  if (named !== undefined) return quote([...path, named]);
  return path.length === 0 ? "the value" : quote(path);
}

function quote(path: readonly string[]): string {
  const text = path.reduce((whole, key) => {
    if (/^\d+$/.test(key)) return `${whole}[${key}]`;
    if (!/^[\w$-]+$/.test(key)) return `${whole}[${JSON.stringify(key)}]`;
    return whole === "" ? key : `${whole}.${key}`;
  }, "");
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** The property that is missing, or should not be there: it is what is wrong, not the object around it. */
function namedProperty(keyword: string, message: string): string | undefined {
  switch (keyword) {
    case "required":
      return /^must have required property '(.*)'$/s.exec(message)?.[1];
    case "additionalProperties":
    case "unevaluatedProperties":
      return readName(/^must NOT have \w+ properties \((".*")\)$/s.exec(message)?.[1]);
    default:
      return undefined;
  }
}

function readName(text: string | undefined): string | undefined {
  const name: unknown = text === undefined ? undefined : JSON.parse(text);
  return typeof name === "string" ? name : undefined;
}

function sayDemand({ keyword, message }: Fault): string {
  switch (keyword) {
    case "required":
      return "must be there";
    case "additionalProperties":
    case "unevaluatedProperties":
    case "false schema":
      return "must not be there";
    case "type":
      return message.replace(/^must be (.*)$/s, (_, types: string) => `must be ${sayTypes(types)}`);
    case "enum":
    case "const":
      return sayValues(message);
    case "anyOf":
      return "must fit at least one of several schemas (anyOf), and fits none";
    case "oneOf":
      return "must fit exactly one of several schemas (oneOf), and fits none or more than one";
    case "not":
      return "must not fit the schema that is excluded (not)";
    case "if":
      return "must fit the schema of its case (then or else)";
    case "uniqueItems":
      return "must not have the same item twice";
    case "multipleOf":
      return message.replace("multiple", "a multiple");
    case "propertyNames":
      return "must be a different one (propertyNames)";
    case "format":
      return message.replace(/^must match format "(.*)"$/s, "must be of the format `$1`");
    case "pattern":
      return message.replace(/^must match pattern "(.*)"$/s, "must match the pattern `$1`");
    default:
      return sayPlainly(message);
  }
}

const articles: ReadonlyMap<string, string> = new Map([
  ["null", "null"],
  ["array", "an array"],
  ["object", "an object"],
  ["integer", "an integer"],
]);

function sayTypes(types: string): string {
  return types
    .split(",")
    .map((type) => articles.get(type) ?? `a ${type}`)
    .join(" or ");
}

/** Ajv says the values as JSON, in brackets after the message. */
function sayValues(message: string): string {
  const values = /\((.*)\)$/s.exec(message)?.[1];
  if (values === undefined) return sayPlainly(message);
  const parsed: unknown = JSON.parse(values);
  if (!message.startsWith("must be equal to one of") || !Array.isArray(parsed))
    return `must be \`${values}\``;
  const shown = parsed.slice(0, 10).map((value) => `\`${JSON.stringify(value)}\``);
  return `must be one of ${shown.join(", ")}${parsed.length > 10 ? ` and ${parsed.length - 10} more` : ""}`;
}

function sayPlainly(message: string): string {
  return message
    .replace("NOT", "not")
    .replace(/^must be >= /, "must be at least ")
    .replace(/^must be <= /, "must be at most ")
    .replace(/^must be > /, "must be more than ")
    .replace(/^must be < /, "must be less than ")
    .replace(/fewer than 1 (\w+?)s?$/, "no $1")
    .replace(/^must not have no /, "must have at least one ")
    .replace(/1 characters$/, "1 character")
    .replace(/1 items$/, "1 item")
    .replace(/1 properties$/, "1 property");
}
