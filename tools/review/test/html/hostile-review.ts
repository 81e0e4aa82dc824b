import type { JsonObject, LoadedDocument } from "@specmill/spec";
import type { Review } from "../../src/review.ts";
import { demoFindings } from "./demo-findings.ts";
import { makeApiReview } from "./demo-review.ts";

const attack = (place: string) => `"'></style></script><script>alert('${place}')</script>&lt;&#x3c;`;
const turned = "\u202egnp.exe\u2066\u0000\ue000\ue001";
const markdown = [
  "<img src=x onerror=alert('markdown')>",
  "[link](javascript:alert('link')) [other](data:text/html,x) <javascript:alert('auto')>",
  "![tracker](https://tracker.example/pixel.png)",
  '[good](https://good.example/?a=1&b="2)',
  "# Heading\n\n<h1>Heading</h1>\n<!-- comment -->\n\n```html\n<script>alert('fence')</script>\n```",
  "| a | b |\n|---|---|\n| <b>1</b> | `</code>` |",
  turned,
].join("\n\n");

/** Two documents and findings of which every text is out to become markup. */
export function makeHostileReview(): Review {
  const base = makeDocument("base");
  const head = makeDocument("head");
  const findings = demoFindings.map((finding, index) => ({
    ...finding,
    message: `${attack("message")} \`${attack("name")}\` ${turned}`,
    operations: index % 2 === 0 ? [attack("id"), "a"] : ["a", "webhook __proto__ post", "nowhere"],
    pointer: `#/paths/${attack("path")}`,
    before: { __proto__: null, [attack("key")]: attack("before") },
    place: { file: attack("file"), line: 1, column: 1 },
    // A fingerprint that stands twice is told twice.
    fingerprint: index < 2 ? "0a1b2c3d4e5f" : finding.fingerprint,
  }));
  const api = makeApiReview({
    api: attack("api"),
    file: attack("file"),
    findings,
    documents: { base, head },
    apiReports: { base: makeReport("base"), head: makeReport("head") },
    consumers: { compiled: 1, broken: [attack("consumer")], unusable: [attack("unusable")] },
  });
  return {
    base: attack("base"),
    head: attack("head"),
    apis: [api, { ...api, formerName: attack("former"), kind: "renamed" }],
    problems: [
      {
        rule: attack("rule"),
        severity: "warning",
        message: attack("problem"),
        file: "f",
        line: 1,
        column: 1,
      },
    ],
  };
}

function makeDocument(side: string): LoadedDocument {
  const schema: JsonObject = {
    type: ["object", attack("type")],
    title: attack("title"),
    description: `${markdown} ${side}`,
    format: attack("format"),
    required: [attack("required")],
    properties: {
      [`</script><script>alert('property')</script>`]: { const: attack("const") },
      __proto__: { type: "string" },
    },
    patternProperties: { [attack("pattern")]: { pattern: attack("pattern"), default: attack(side) } },
    discriminator: { propertyName: attack("discriminator") },
    oneOf: [
      { $ref: "#/components/schemas/Loop" },
      { $ref: `#/${attack("lost")}` },
      { enum: [attack("enum"), attack(side)] },
    ],
  };
  const operation = (operationId: string): JsonObject => ({
    operationId,
    summary: `${attack("summary")} ${side}`,
    description: markdown,
    tags: [attack("tag")],
    parameters: [
      { name: attack("parameter"), in: "query", description: markdown, schema, example: attack("example") },
    ],
    requestBody: {
      content: {
        [attack("media")]: { schema, examples: { [attack("name")]: { value: { [attack("key")]: side } } } },
      },
    },
    responses: {
      "200": {
        description: markdown,
        headers: { [attack("header")]: { schema } },
        links: { [attack("link")]: { operationId: attack("target") } },
      },
    },
    security: [{ [attack("scheme")]: [attack("scope")] }],
    servers: [{ url: attack("server") }],
    callbacks: { [attack("callback")]: { "{$request.body#/url}": { post: { responses: {} } } } },
  });
  return {
    file: "/openapi.yaml",
    text: "",
    version: "3.1",
    files: [],
    document: {
      openapi: "3.1.0",
      info: { title: attack("title"), version: `${attack("version")} ${side}`, description: markdown },
      paths: {
        [`/${attack("path")}`]: { get: operation(attack("id")), put: operation(attack("id")) },
        "/a": { post: operation("a") },
        [`/${side}`]: { get: operation(attack(side)) },
      },
      webhooks: { __proto__: { post: operation("hook") }, [attack("hook")]: { post: operation("hook") } },
      components: {
        schemas: {
          Loop: {
            allOf: [{ $ref: "#/components/schemas/Loop" }, { items: { $ref: "#/components/schemas/Loop" } }],
          },
        },
      },
    },
  };
}

function makeReport(side: string): string {
  return `# ${attack("report")}\n\n## \`${attack("entry")}\`\n\n\`\`\`ts\nexport interface ${attack("interface")} {\n  ${attack(side)}\n}\n\nexport interface XClient {\n  readonly a: Call<[given: ${attack(side)}], Unknown>;\n}\n\`\`\`\n`;
}
