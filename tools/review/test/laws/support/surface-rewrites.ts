import {
  followReference,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  resolvePointer,
} from "@specmill/spec";
import { editDocument } from "../../surface/support/edit-document.ts";
import { onWireAlone, type Rewrite, rewriteAt } from "./rewrite.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const anyItem = /^#\/(paths|webhooks)\/[^/]+$/;
const anyOperation = /^#\/(paths|webhooks)\/[^/]+\/(get|put|post|delete|patch)$/;

/** Ways to write what is around the schemas otherwise, so that every exchange stays as it is. */
export const surfaceRewrites: readonly Rewrite[] = [
  rewriteAt("members in another order", /./, (value) =>
    isJsonObject(value) && Object.keys(value).length > 1
      ? Object.fromEntries(Object.entries(value).reverse())
      : undefined,
  ),
  rewriteAt("a list in another order", /\/(parameters|security|tags|enum)$/, (value) =>
    Array.isArray(value) && value.length > 1 ? value.toReversed() : undefined,
  ),
  rewriteAt("parameters moved to the path", anyItem, hoistParameters),
  rewriteAt("parameters moved to the operations", anyItem, lowerParameters),
  rewriteAt(
    "security spelt out",
    /^#\/paths\/[^/]+\/(get|put|post|delete|patch)$/,
    (operation, { security }) =>
      isJsonObject(operation) && operation["security"] === undefined && security !== undefined
        ? { ...operation, security }
        : undefined,
  ),
  rewriteAt("servers spelt out", anyOperation, (operation, document, pointer) => {
    const item = resolvePointer(document, pointer.replace(/\/[^/]*$/, ""));
    const servers = (isJsonObject(item) ? item["servers"] : undefined) ?? document["servers"];
    return isJsonObject(operation) && operation["servers"] === undefined && servers !== undefined
      ? { ...operation, servers }
      : undefined;
  }),
  rewriteAt("what is not deprecated says so", anyOperation, (operation) =>
    isJsonObject(operation) && operation["deprecated"] === undefined
      ? { ...operation, deprecated: false }
      : undefined,
  ),
  rewriteAt("what is optional says so", /\/(requestBody|parameters\/\d+|headers\/[^/]+)$/, (value) =>
    isJsonObject(value) && value["required"] === undefined && value["$ref"] === undefined
      ? { ...value, required: false }
      : undefined,
  ),
  rewriteAt("how a parameter is written spelt out", /\/parameters\/(\d+|[^/]+)$/, spellStyle),
  rewriteAt("a reference written out", /\/(\d+|requestBody|\w+|[^/]+)$/, (value, document) =>
    isJsonObject(value) && typeof value["$ref"] === "string" ? followReference(document, value) : undefined,
  ),
  ...[
    ["parameters", /\/parameters\/\d+$/],
    ["requestBodies", /\/requestBody$/],
    ["responses", /^#\/paths.*\/responses\/[^/]+$/],
    ["headers", /^#\/paths.*\/headers\/[^/]+$/],
    ["pathItems", anyItem],
  ].map(([kind, pattern]) => moveToComponents(String(kind), new RegExp(pattern ?? ""))),
  onWireAlone(
    rewriteAt("media types in other letters", /\/content$/, (content) =>
      isJsonObject(content) && Object.keys(content).length > 0
        ? Object.fromEntries(Object.entries(content).map(([type, value]) => [type.toUpperCase(), value]))
        : undefined,
    ),
  ),
];

function hoistParameters(item: JsonValue): JsonValue | undefined {
  if (!isJsonObject(item) || item["parameters"] !== undefined) return undefined;
  const [first, ...others] = Object.entries(item).filter(([key]) => methods.includes(key));
  if (first === undefined || others.length > 0 || !isJsonObject(first[1])) return undefined;
  const { parameters, ...operation } = first[1];
  return parameters === undefined ? undefined : { ...item, parameters, [first[0]]: operation };
}

function lowerParameters(item: JsonValue, document: JsonObject): JsonValue | undefined {
  if (!isJsonObject(item) || !Array.isArray(item["parameters"])) return undefined;
  const { parameters, ...rest } = item;
  const shared: readonly JsonValue[] = Array.isArray(parameters) ? parameters : [];
  const nameOf = (parameter: JsonValue) => {
    const { name, in: place } = followReference(document, parameter);
    return `${String(place)} ${String(name)}`;
  };
  return Object.fromEntries(
    Object.entries(rest).map(([key, operation]): [string, JsonValue] => {
      if (!methods.includes(key) || !isJsonObject(operation)) return [key, operation];
      const list = operation["parameters"];
      const own: readonly JsonValue[] = Array.isArray(list) ? list : [];
      const names = new Set(own.map(nameOf));
      const inherited = shared.filter((parameter) => !names.has(nameOf(parameter)));
      return [key, { ...operation, parameters: [...own, ...inherited] }];
    }),
  );
}

function spellStyle(parameter: JsonValue): JsonValue | undefined {
  if (!isJsonObject(parameter) || parameter["schema"] === undefined || "style" in parameter) return undefined;
  const isForm = parameter["in"] === "query" || parameter["in"] === "cookie";
  return { ...parameter, style: isForm ? "form" : "simple", explode: isForm, allowReserved: false };
}

function moveToComponents(kind: string, pattern: RegExp): Rewrite {
  return {
    name: `one of the ${kind} as a component`,
    seenBy: "rule",
    isOfSource: true,
    places: (document) =>
      rewriteAt(kind, pattern, (value) => (isInline(value) ? value : undefined)).places(document),
    apply: (document, place) => {
      const known = resolvePointer(document, `#/components/${kind}`);
      const name = `Moved${Object.keys(known ?? {}).length}`;
      return editDocument(document, {
        [place]: { $ref: `#/components/${kind}/${name}` },
        [`#/components/${kind}`]: {
          ...(isJsonObject(known) ? known : {}),
          [name]: resolvePointer(document, place) ?? {},
        },
      });
    },
  };
}

function isInline(value: JsonValue): boolean {
  return isJsonObject(value) && value["$ref"] === undefined;
}
