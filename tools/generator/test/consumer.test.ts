import { expect, test } from "vitest";
import { compile, load, makeFolder, plan, writeFiles } from "./support.ts";

const document = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: "https://shop.test" }]
paths:
  /orders/{id}:
    post:
      operationId: placeOrder
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: since, in: query, schema: { type: string, format: date-time } }
        - { name: tags, in: query, schema: { type: array, items: { type: string, enum: [new, old] } } }
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: "#/components/schemas/Order" } }
          multipart/form-data:
            schema: { type: object, required: [photo], properties: { photo: { type: string, format: binary } } }
      responses:
        "200":
          description: Placed.
          headers: { X-Left: { schema: { type: integer } } }
          content:
            application/json: { schema: { type: object, required: [total], properties: { total: { type: number } } } }
            text/csv: {}
        "404": { description: None., content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }
        5XX: { description: Broken. }
  /health: { get: { operationId: health, responses: { "204": { description: Well. } } } }
components:
  schemas:
    Order: { type: object, required: [item], properties: { item: { type: string }, note: { type: string, default: none } } }
`;

const consumer = `import { CallError, createPetsClient, unwrap } from "./src/index.js";
import type { Failure, Order, PlaceOrder200Headers, PlaceOrder404Body, PlaceOrderMultipartBody } from "./src/index.js";

const client = createPetsClient();
const order: Order = { item: "tea" };
const form: PlaceOrderMultipartBody = { photo: new Blob([]) };

export async function use(): Promise<number | string> {
  await client.health();
  await client.health(undefined, { timeout: 5 });
  await client.placeOrder({ path: { id: "1" }, query: undefined, body: order });
  await client.placeOrder({ path: { id: "1" }, query: { since: new Date(), tags: undefined }, body: order });
  await client.placeOrder({ path: { id: "1" }, query: { tags: ["new"] as const }, contentType: "multipart/form-data", body: form });
  // @ts-expect-error: no such parameter
  await client.placeOrder({ path: { id: "1" }, query: { until: 1 }, body: order });
  // @ts-expect-error: no such group
  await client.placeOrder({ path: { id: "1" }, cookies: {}, body: order });
  // @ts-expect-error: no such property
  await client.placeOrder({ path: { id: "1" }, body: { item: "tea", extra: 1 } });
  // @ts-expect-error: no such value
  await client.placeOrder({ path: { id: "1" }, query: { tags: ["worn"] }, body: order });
  // @ts-expect-error: the parameter is required
  await client.placeOrder({ path: {}, body: order });
  // @ts-expect-error: a form needs its media type
  await client.placeOrder({ path: { id: "1" }, body: form });
  // @ts-expect-error: it takes nothing
  await client.health({});
  const request: Request = await client.placeOrder.request({ path: { id: "1" }, body: order });
  const result = await client.placeOrder({ path: { id: request.url }, body: order });
  const data: { total: number } | string = unwrap(result);
  switch (result.status) {
    case 200: {
      const headers: PlaceOrder200Headers = result.headers;
      const left: number | undefined = headers["X-Left"];
      return result.mediaType === "text/csv" ? result.data.length + (left ?? 0) : result.data.total;
    }
    case 404: {
      const body: PlaceOrder404Body = result.data;
      return body.why ?? "";
    }
    case "5XX":
      return typeof data;
    case "undocumented":
      return result.response.status;
    case "invalid-response":
    case "invalid-request":
    case "network":
    case "timeout":
    case "aborted": {
      const failure: Failure = result;
      return failure.ok || !(result.error instanceof CallError) ? 0 : result.error.message;
    }
  }
}
`;

test("compiles for its consumer what is right, and nothing that is not", async () => {
  const folder = await makeFolder({ "consumer.ts": consumer });
  const files = [...plan(await load(document))].map(([path, content]) => ({ path, content }));
  await writeFiles(folder, files);
  expect(await compile(folder)).toEqual([]);
});
