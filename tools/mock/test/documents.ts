/** Bits of OpenAPI that the tests share. */
export function document(paths: string, rest = ""): string {
  return `openapi: 3.1.0
info: { title: Test, version: "1" }
${rest}
paths:
${paths.replace(/^/gm, "  ")}
`;
}

/** One GET that answers with `message`. */
export function greeting(message: string): string {
  return document(`/hello:
  get:
    responses:
      "200":
        description: A greeting.
        content:
          application/json:
            schema: { type: object, properties: { message: { type: string } } }
            example: { message: ${message} }
`);
}

/** What most tests call: each operation is there for one thing the mock must get right. */
export const shop = document(
  `/items/{ids}:
  parameters:
    - { name: ids, in: path, required: true, schema: { type: array, items: { type: integer } } }
  get:
    responses: { "200": { description: Found., content: { application/json: { example: { found: true } } } } }
/names/{name}:
  parameters:
    - { name: name, in: path, required: true, schema: { type: string } }
  get:
    responses: { "200": { description: Found., content: { application/json: { example: { found: true } } } } }
/names/me:
  get:
    responses: { "200": { description: Me., content: { application/json: { example: { me: true } } } } }
/matrix/{id}:
  parameters:
    - { name: id, in: path, required: true, style: matrix, schema: { type: string } }
  get:
    responses: { "200": { description: Found., content: { application/json: { example: { found: true } } } } }
/orders:
  get:
    parameters:
      - { name: size, in: query, schema: { $ref: "#/components/schemas/Sizes" } }
    responses:
      "200":
        description: Orders.
        headers: { x-total: { schema: { type: integer }, example: 2 } }
        content:
          application/json:
            schema: { type: array, items: { type: string } }
            examples: { none: { value: [] }, two: { value: [a, b] } }
      "404":
        description: None.
        content: { text/plain: { schema: { type: string }, example: nothing here } }
  post:
    security: [{ key: [] }, { token: [] }]
    requestBody:
      required: true
      content:
        application/json: { schema: { $ref: "#/components/schemas/Order" } }
    responses:
      "201":
        description: Stored.
        content:
          application/json:
            schema: { $ref: "#/components/schemas/Order" }
            example: { name: lamp }
/form:
  post:
    requestBody:
      content:
        application/x-www-form-urlencoded:
          schema: { type: object, required: [a], properties: { a: { type: string } } }
    responses: { "200": { description: Good., content: { application/json: { example: {} } } } }
/wrong:
  get:
    responses:
      "200":
        description: Breaks its own schema.
        content:
          application/json:
            schema: { type: object, required: [naïve], properties: { naïve: { type: integer } } }
            example: { naïve: no number }
/lists:
  get:
    parameters:
      - { name: X-Sizes, in: header, schema: { type: array, items: { type: integer } } }
      - { name: X-Place, in: header, schema: { type: object, properties: { x: { type: integer } } } }
      - { name: X-Must, in: header, required: true, schema: { type: array, maxItems: 2 } }
    responses:
      "200":
        description: Lists.
        headers:
          X-Good: { schema: { type: array, items: { type: integer } }, example: [1, 2] }
          X-Bad: { schema: { type: array, items: { type: integer } }, example: a }
          X-None: { schema: { type: array } }
        content: { application/json: { example: { found: true } } }
/informal:
  get:
    responses: { "1XX": { description: No final status. } }
/xml:
  get:
    responses:
      "200": { description: XML., content: { application/xml: { example: { a: [1, 2], b: "<&>" } } } }
/csv:
  get:
    responses:
      "200": { description: CSV., content: { text/csv: { example: { a: 1 } } } }
/framing:
  get:
    responses:
      "200":
        description: Claims to be framed otherwise.
        headers:
          Content-Length: { schema: { type: integer }, example: 3 }
          Content-Encoding: { schema: { type: string }, example: gzip }
        content: { application/json: { example: { framed: true } } }
/break:
  get:
    responses:
      "200":
        description: Has a header that breaks the line.
        headers: { x-break: { schema: { type: string }, example: "a\\nb" } }`,
  `components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    token: { type: apiKey, in: query, name: token }
  schemas:
    Sizes: { type: array, maxItems: 2, items: { type: integer } }
    Order:
      type: object
      required: [name]
      additionalProperties: false
      properties: { name: { type: string, minLength: 1 }, gift: { type: boolean }, note: { type: string } }
      dependentRequired: { gift: [note] }`,
);
