import type { Api } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { type Example, findExample } from "./emit-example.ts";
import { toKey, toLiteral, toStringLiteral } from "./literals.ts";
import { toTable } from "./markdown.ts";
import type { PackageSettings } from "./package-settings.ts";

/**
 * What a README shows by programs: each snippet is a module of its own that compiles and runs as it stands.
 *
 * @returns sections by their place in the README; empty where the document lacks the examples for them
 */
export function emitGuides(api: Api, names: ClientNames, settings: PackageSettings): Guides {
  const example = findExample(api, names);
  if (example === undefined) return { use: "", outcomes: "", security: "", resilience: "", more: "" };
  const kit = { example, names, settings };
  return {
    use: `## Use\n\n${emitUse(kit)}`,
    outcomes: emitOutcomes(kit),
    security: emitSecurity(kit, api),
    resilience: emitResilience(kit),
    more: [emitValidation(kit), emitTesting(kit), emitRequest(kit)].join("\n"),
  };
}

export interface Guides {
  readonly use: string;
  readonly outcomes: string;
  readonly security: string;
  readonly resilience: string;
  readonly more: string;
}

interface Kit {
  readonly example: Example;
  readonly names: ClientNames;
  readonly settings: PackageSettings;
}

function emitUse({ example, names, settings }: Kit): string {
  return toSnippet([
    `import { ${names.factory} } from ${toStringLiteral(settings.name)};`,
    "",
    `const client = ${names.factory}(${emitOptions(example)});`,
    "",
    `const result = await ${example.call};`,
    "if (result.ok) console.log(result.status, result.data);",
    "else console.error(result.status);",
  ]);
}

function emitOutcomes({ example, names, settings }: Kit): string {
  const { operation, call } = example;
  const statuses = [...new Set(operation.responses.map(({ status }) => status))];
  const cases = statuses.map((status) => {
    const value = /^\d+$/.test(status) ? status : toStringLiteral(status);
    return `  case ${value}:\n    console.log(result.response.status, result.data);\n    break;`;
  });
  const exhaustive = toSnippet([
    `import { ${names.factory} } from ${toStringLiteral(settings.name)};`,
    "",
    `const client = ${names.factory}(${emitOptions(example)});`,
    `const result = await ${call};`,
    "switch (result.status) {",
    ...cases,
    '  case "undocumented":',
    "    console.error(result.response.status, result.data);",
    "    break;",
    ...["invalid-response", "invalid-request", "network", "timeout", "aborted"].map(
      (status) => `  case ${toStringLiteral(status)}:`,
    ),
    "    console.error(result.error.message);",
    "    break;",
    "  default:",
    "    result satisfies never;",
    "}",
  ]);
  const throwing = toSnippet([
    `import { CallError, ${names.factory}, unwrap } from ${toStringLiteral(settings.name)};`,
    "",
    `const client = ${names.factory}(${emitOptions(example)});`,
    "try {",
    `  console.log(unwrap(await ${call.replaceAll("\n", "\n  ")}));`,
    "} catch (error) {",
    "  if (!(error instanceof CallError)) throw error;",
    "  console.error(error.message);",
    "}",
  ]);
  return [
    "A switch over every status compiles until the document gains another:\n",
    exhaustive,
    "`unwrap` gives the data of a success and throws a `CallError` otherwise, whose message tells method, URL and status:\n",
    throwing,
  ].join("\n");
}

function emitSecurity({ example, names, settings }: Kit, api: Api): string {
  const scheme = api.securitySchemes.find(
    ({ name, kind }) => (kind === "bearer" || kind === "apiKey") && isUsed(example, name),
  );
  if (scheme === undefined) return "";
  const { auth: _, ...options } = example.options;
  const provider = `auth: { ${toKey(scheme.name)}: ({ refresh }) => readToken(refresh) },`;
  return [
    "A function may come in the place of a value. It is asked for each call, and once more, with `refresh` set, when the\nserver answers 401; the call is then sent again:\n",
    toSnippet([
      `import { ${names.factory} } from ${toStringLiteral(settings.name)};`,
      "",
      "async function readToken(refresh: boolean): Promise<string> {",
      '  return refresh ? "a new token" : "the token at hand";',
      "}",
      "",
      `const client = ${names.factory}(${emitLiteral(options, [provider])});`,
      `console.log((await ${example.call}).status);`,
    ]),
  ].join("\n");
}

function emitResilience({ example, names, settings }: Kit): string {
  const rest = [
    "timeout: 30_000,",
    "attemptTimeout: 10_000,",
    "retry: { attempts: 4, baseDelay: 250 },",
    "middleware: [",
    "  async (request, next) => {",
    '    request.headers.set("X-Request-Id", crypto.randomUUID());',
    "    return next(request);",
    "  },",
    "],",
    "onEvent(event) {",
    '  if (event.kind === "outcome") console.log(event.call.method, event.call.url, event.status);',
    "},",
  ];
  return [
    "## Time limits, retries, middleware, logs\n",
    "Nothing is limited unless you say so. After 408, 429, 502, 503, 504 and faults of the network a call is sent again,",
    "up to three times in all, after `Retry-After` or a growing pause; but only where sending twice does no harm: with an",
    "idempotent method, an `Idempotency-Key`, or `retry: { idempotent: true }`. `retry: false` switches it off. All of this",
    "can be set for the client and for a single call, beside its `signal`.\n",
    toSnippet([
      `import { ${names.factory} } from ${toStringLiteral(settings.name)};`,
      "",
      `const client = ${names.factory}(${emitOptions(example, rest)});`,
      `console.log((await ${example.call}).status);`,
    ]),
    "A middleware wraps every attempt. `onEvent` is told of each request, response, retry and outcome; none of its events",
    "holds a credential or a value that the document marks as secret, and neither do errors and what `console.log` shows.\n",
  ].join("\n");
}

function emitValidation({ example, names, settings }: Kit): string {
  const rest = [
    'validate: createValidation({ responses: "observe", onDrift: (drift) => console.warn(drift) }),',
  ];
  return [
    "## Check what travels\n",
    "`./schemas` exports a [Standard Schema](https://standardschema.dev) for every schema of the document, compiled: nothing",
    "is evaluated at run time, and a client that does not import it carries none of it. `enforce`, the default, makes a body",
    "that does not conform an `invalid-request` or an `invalid-response`; `observe` only tells `onDrift`. A new value of an",
    "enumeration in an answer never fails a call.\n",
    toSnippet([
      `import { ${names.factory} } from ${toStringLiteral(settings.name)};`,
      `import { createValidation } from ${toStringLiteral(`${settings.name}/schemas`)};`,
      "",
      `const client = ${names.factory}(${emitOptions(example, rest)});`,
      `console.log((await ${example.call}).status);`,
    ]),
  ].join("\n");
}

function emitTesting({ example, names, settings }: Kit): string {
  const { operation } = example;
  const options = { ...example.options, baseUrl: "https://api.test" };
  return [
    "## Test your own code\n",
    "`./testing` is the API in memory: a typed `fetch` that answers with the examples of the document until you say",
    "otherwise, and notes what was asked. It needs no server, no network and no test runner of its own.\n",
    toSnippet([
      `import { ${names.factory} } from ${toStringLiteral(settings.name)};`,
      `import { create${names.prefix}TestFetch } from ${toStringLiteral(`${settings.name}/testing`)};`,
      "",
      `const server = create${names.prefix}TestFetch();`,
      `const client = ${names.factory}(${emitLiteral(options, ["fetch: server.fetch,"])});`,
      "",
      `server.answer(${toStringLiteral(operation.id)}, { fault: "html" });`,
      `const result = await ${example.call};`,
      "console.log(result.status, server.requests.length);",
    ]),
    "`answer` takes one answer or several in turn, of which the last repeats; what the document does not have does not",
    "compile. `server.requests` holds every request: `operation`, `method`, `url`, `pathParameters`, `headers` and `body`.\n",
    answers,
  ].join("\n");
}

const answers = toTable(
  ["answer", "what comes"],
  [
    ["`{ status, example }`", "an example of the document by its name; the first one without `example`"],
    ["`{ status, body }`", "a body of your own, typed as the client has it"],
    ['`{ status: "4XX", code: 409, … }`', "a range, or `default`, with the status that is sent"],
    ['`{ fault: "undocumented", code, body }`', "a status that the document does not know"],
    ['`{ fault: "network" }`', "no answer"],
    ['`{ fault: "hang" }`', "no answer ever, for time limits and `signal`"],
    ['`{ fault: "malformed" }`', "JSON that ends too early"],
    ['`{ fault: "html" }`', "a page of a proxy, with status 200"],
    ["`{ …, delay: 50 }`", "any of these after so many milliseconds"],
  ],
);

function emitRequest({ example, names, settings }: Kit): string {
  return [
    "## Build a request without sending it\n",
    toSnippet([
      `import { ${names.factory} } from ${toStringLiteral(settings.name)};`,
      "",
      `const client = ${names.factory}(${emitOptions(example)});`,
      `const request = await ${example.method}.request(${example.given});`,
      "console.log(request.method, request.url);",
    ]),
  ].join("\n");
}

function isUsed({ operation }: Example, scheme: string): boolean {
  return operation.security[0]?.includes(scheme) === true;
}

/** The options of the example's client, and lines that follow them. */
function emitOptions({ options }: Example, rest: readonly string[] = []): string {
  return emitLiteral(options, rest);
}

function emitLiteral(options: Example["options"], rest: readonly string[]): string {
  if (rest.length === 0) return Object.keys(options).length === 0 ? "" : toLiteral(options, "", 100);
  const members = Object.entries(options).map(([key, value]) => `${toKey(key)}: ${toLiteral(value, "  ")},`);
  return `{\n${[...members, ...rest].map((line) => `  ${line}`).join("\n")}\n}`;
}

function toSnippet(lines: readonly string[]): string {
  return `\`\`\`ts\n${lines.join("\n")}\n\`\`\`\n`;
}
