import type { Api, Operation } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { emitGuides } from "./emit-guides.ts";
import { describePlace, needsBaseUrl } from "./emit-options.ts";
import { toCode, toMarkdown, toMarkdownLine, toTable } from "./markdown.ts";
import type { PackageSettings } from "./package-settings.ts";

/** `README.md`: install, use, operations with their statuses, outcomes, and a guide with a program for each feature. */
export function emitReadme(api: Api, names: ClientNames, settings: PackageSettings): string {
  const guides = emitGuides(api, names, settings);
  const sections = [
    `# ${toMarkdownLine(settings.name)}\n\nTyped fetch client for ${toMarkdownLine(api.title)}${/\d/.test(api.version) ? `, version ${toMarkdownLine(api.version)}` : ""}.\n`,
    toMarkdown(api.description ?? api.summary),
    `## Install\n\n\`\`\`sh\nnpm install ${settings.name}\n\`\`\`\n`,
    guides.use,
    `## Operations\n\n${api.operations.map((operation) => emitOperation(operation, names)).join("\n")}`,
    outcomes,
    guides.outcomes,
    emitAuthentication(api, names),
    guides.security,
    emitServers(api, names),
    guides.resilience,
    guides.more,
    emitInferences(api),
    emitOrigin(settings),
  ];
  return `${sections
    .filter((section) => section !== "")
    .map((section) => section.trim())
    .join("\n\n")}\n`;
}

function emitOperation(operation: Operation, names: ClientNames): string {
  const { id, method, path, summary, description, deprecated, parameters, responses, documentation } =
    operation;
  const text = [
    `### ${toCode(`${names.methods.get(id)}`)}`,
    `${toCode(`${method.toUpperCase()} ${path}`)}${deprecated ? " (deprecated)" : ""}`,
    toMarkdown(summary),
    description === summary ? "" : toMarkdown(description),
    toTable(
      ["parameter", "in", "required", "meaning"],
      parameters.map((parameter) => [
        toCode(parameter.name),
        parameter.in,
        parameter.required ? "yes" : "no",
        toMarkdownLine(parameter.description),
      ]),
    ).trim(),
    toTable(
      ["status", "ok", "body", "meaning"],
      responses.map((response) => [
        toCode(response.status),
        response.status.startsWith("2") ? "yes" : "no",
        response.content.map(({ type, schema }) => toCode(schema ?? type)).join(" or ") || "none",
        toMarkdownLine(response.description),
      ]),
    ).trim(),
    documentation === undefined ? "" : `More: <${encodeURI(documentation.url)}>`,
  ];
  return `${text.filter((part) => part !== "").join("\n\n")}\n`;
}

const outcomes = `## Outcomes

A call never rejects. Its result has \`ok\`, and a \`status\` to switch on: one that the document describes, with \`data\`, \`headers\`, \`mediaType\` and \`response\`, or

| status | what happened | what else the result has |
| --- | --- | --- |
| \`"undocumented"\` | the server answered with a status that the document does not know | \`response\`, \`data\` as it came |
| \`"invalid-response"\` | a documented status with a body that is not what the document says | \`response\`, \`error\` |
| \`"invalid-request"\` | the arguments make no request; nothing was sent | \`error\` |
| \`"network"\` | no answer came, or it broke off | \`error\` |
| \`"timeout"\` | the answer was not there in time | \`error\` |
| \`"aborted"\` | your \`signal\` ended the call | \`error\` |
`;

function emitAuthentication(api: Api, names: ClientNames): string {
  if (api.securitySchemes.length === 0) return "";
  const rows = api.securitySchemes.map((scheme) => [
    toCode(scheme.name),
    toMarkdownLine(describePlace(scheme)),
    toMarkdownLine(scheme.description),
  ]);
  const needs = api.operations.map((operation) => {
    const alternatives = operation.security.map((schemes) => schemes.map(toCode).join(" with ") || "nothing");
    return `- ${toCode(`${names.methods.get(operation.id)}`)} accepts ${alternatives.join(", or ") || "nothing"}.`;
  });
  return [
    "## Authentication\n",
    "Give credentials as `auth`: each a value, or a function that returns one for every call.\n",
    toTable(["key of `auth`", "how it travels", "what it is"], rows),
    `${needs.join("\n")}\n`,
    "The first alternative whose credentials you gave is used. A redirect is followed only within the same origin and with\nthe same method, so that no credential reaches another origin; in a browser, which hides where one leads, none is.\n",
  ].join("\n");
}

function emitServers(api: Api, names: ClientNames): string {
  const rows = api.servers.map((server) => [
    toCode(server.url),
    server.variables
      .map(
        ({ name, default: value, values }) =>
          `${toCode(name)}: ${(values ?? ["any"]).map(toCode).join(", ")}; ${toCode(value)} unless set`,
      )
      .join("; ") || "none",
    toMarkdownLine(server.description),
  ]);
  const advice = needsBaseUrl(api)
    ? `The document names no host: \`${names.factory}\` needs \`baseUrl\`, the origin and base path of the API.`
    : "The first is called unless you choose with `server`, or set a `baseUrl` of your own.";
  return `## Servers\n\n${toTable(["URL", "variables", "what it is"], rows)}\n${advice}\n`;
}

function emitInferences(api: Api): string {
  if (api.inferences.length === 0) return "";
  const items = api.inferences.map(
    ({ pointer, reason }) => `- ${toCode(pointer)}: ${toMarkdownLine(reason)}\n`,
  );
  return `## What is inferred\n\nNo source says the following; each is a decision, with its reason.\n\n${items.join("")}`;
}

function emitOrigin({ source, workspace }: PackageSettings): string {
  const where =
    workspace === undefined ? "" : " Everything in this folder comes back from it with `npm run generate`.";
  return `## Origin\n\nGenerated by Specmill from ${toCode(source)}, which is included as \`openapi.json\`.${where}\n`;
}
