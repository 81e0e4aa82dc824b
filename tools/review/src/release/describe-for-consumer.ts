import { splitPointer } from "../approval/stable-location.ts";
import type { Finding } from "../finding.ts";
import { adviseConsumer } from "./advise-consumer.ts";

/** A finding in the words of somebody who calls the API through its package, as one line of Markdown. */
export function describeForConsumer(finding: Finding): string {
  const advice = finding.impact === "breaking" ? adviseConsumer(finding) : undefined;
  const excuse = describeExcuse(finding);
  return [describeChange(finding), excuse, advice].filter((part) => part !== undefined).join(" ");
}

function describeChange(finding: Finding): string {
  const { rule, operations, message, before, after } = finding;
  const who = listOperations(operations);
  const property = nameProperty(finding.pointer);
  const isCalled = operations.length > 0 && !operations.some(isByServer);
  const one = operations.length === 1;
  if (isCalled && property !== undefined) {
    if (rule === "request-property-removed") return `${who} no longer ${one ? "takes" : "take"} ${property}.`;
    if (rule === "response-property-removed")
      return `${who} no longer ${one ? "returns" : "return"} ${property}.`;
    if (rule === "request-property-added") return `${who} now ${one ? "takes" : "take"} ${property}.`;
    if (rule === "response-property-added") return `${who} now ${one ? "returns" : "return"} ${property}.`;
  }
  if (isCalled && rule === "operation-removed") return `${who} ${one ? "is" : "are"} gone.`;
  if (isCalled && rule === "operation-added") return `${who} ${one ? "is" : "are"} new.`;
  if (rule === "operation-renamed" && typeof before === "string" && typeof after === "string") {
    return `${code(before)} is called ${code(after)} now.`;
  }
  if (isCalled && rule === "source-request") {
    return `The type of what ${who} ${one ? "takes" : "take"} is another one.`;
  }
  if (isCalled && rule === "source-response") {
    return `The type of what ${who} ${one ? "returns" : "return"} is another one.`;
  }
  if (rule === "source-consumer") return "Code that compiled before may not compile any more.";
  return operations.length === 0 ? plain(message) : `${describePlace(finding, who)}: ${plain(message)}`;
}

function describePlace({ direction, rule, operations }: Finding, who: string): string {
  if (direction === undefined || !rule.startsWith(`${direction}-`)) return who;
  if (operations.some(isByServer)) return direction === "request" ? `Answers to ${who}` : `What ${who} sends`;
  return direction === "request" ? `Requests of ${who}` : `Answers of ${who}`;
}

/** Webhooks and callbacks, which have more than one word, are called by the server. */
function isByServer(operation: string): boolean {
  return operation.includes(" ");
}

function describeExcuse({ excuse }: Finding): string | undefined {
  switch (excuse?.kind) {
    case "sunset":
      return `That was announced for ${excuse.date}.`;
    case "unstable":
      return `It was marked ${code(excuse.level)}, and may change at any time.`;
    case "approved":
    case "configured":
    case undefined:
      return undefined;
  }
}

/** The property that a pointer leads to or into, from the schema on: `address.city`. */
function nameProperty(pointer: string): string | undefined {
  const keys = [...splitPointer(pointer)];
  const names: string[] = [];
  // A component may be called `properties` as well.
  if (keys[0] === "components") keys.splice(0, 3);
  for (let index = 0; index < keys.length; index += 1) {
    const name = keys[index + 1];
    if (keys[index] !== "properties" || name === undefined) continue;
    names.push(name);
    index += 1;
  }
  return names.length === 0 ? undefined : code(names.join("."));
}

function listOperations(operations: readonly string[]): string {
  const names = operations.slice(0, operations.length > 4 ? 3 : 4).map(code);
  const more = operations.length - names.length;
  const all = more > 0 ? [...names, `${more} other operations`] : names;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** A name from a document as code; it cannot end the code, nor the line. */
export function code(name: string): string {
  return `\`${name.replace(/\s+/g, " ").replaceAll("`", "'")}\``;
}

/** A sentence about a document on one line; what is not between backticks is text, and no markup. */
function plain(message: string): string {
  return message
    .replace(/\s+/g, " ")
    .trim()
    .split("`")
    .map((part, index) => (index % 2 === 0 ? part.replace(/[<[\]]/g, (sign) => `\\${sign}`) : part))
    .join("`");
}
