import type { SurfaceCase } from "./surface-case.ts";

const create = "#/paths/~1pets/post";
const lost = "#/webhooks/lost/post";
const done = "createPet callback done post";
const doneUrl = "#/components/callbacks/Done/{$request.body#~1url}";

/** Edits, and what each does to callers. */
export const callCases: readonly SurfaceCase[] = [
  // Callback
  {
    of: "Callback",
    name: "gone",
    edit: { [`${create}/callbacks`]: undefined },
    want: [["callback-removed", "response", "narrower", "breaking", "note", [done]]],
  },
  {
    of: "Callback",
    name: "new",
    edit: { [`${create}/callbacks/failed`]: { "{$request.body#/bad}": { post: { responses: {} } } } },
    want: [["callback-added", "response", "wider", "compatible", "note", ["createPet callback failed post"]]],
  },
  {
    of: "Callback",
    name: "sends no body",
    edit: { [`${doneUrl}/post/requestBody`]: undefined },
    want: [["request-body-removed", "response", "narrower", "breaking", "note", [done]]],
  },
  {
    of: "Callback",
    name: "always sends a body",
    edit: { [`${doneUrl}/post/requestBody/required`]: true },
    want: [["request-body-required", "response", "narrower", "compatible", "note", [done]]],
  },
  // Webhooks
  {
    of: "Webhooks",
    name: "gone",
    edit: { "#/webhooks": undefined },
    want: [["webhook-removed", "response", "narrower", "breaking", "note", ["webhook lost post"]]],
  },
  {
    of: "Webhooks",
    name: "new",
    edit: { "#/webhooks/found": { post: { responses: {} } } },
    want: [["webhook-added", "response", "wider", "compatible", "note", ["webhook found post"]]],
  },
  {
    of: "Webhooks",
    name: "sends another header",
    edit: { [`${lost}/parameters/1`]: { name: "X-Day", in: "header", required: true } },
    want: [["parameter-added", "response", "wider", "compatible", "note", ["webhook lost post"]]],
  },
  {
    of: "Webhooks",
    name: "sends a header no more",
    edit: { [`${lost}/parameters`]: undefined },
    want: [["parameter-removed", "response", "narrower", "breaking", "note", ["webhook lost post"]]],
  },
  {
    of: "Webhooks",
    name: "sends another media type too",
    edit: { [`${lost}/requestBody/content/text~1plain`]: {} },
    want: [["request-media-type-added", "response", "wider", "breaking", "note", ["webhook lost post"]]],
  },
  {
    of: "Webhooks",
    name: "knows one answer less",
    edit: { [`${lost}/responses/410`]: undefined },
    want: [["response-removed", "request", "narrower", "breaking", "note", ["webhook lost post"]]],
  },
  {
    of: "Webhooks",
    name: "wants a header in the answer",
    edit: { [`${lost}/responses/200/headers`]: { "X-Id": { required: true } } },
    want: [["response-header-added", "request", "different", "breaking", "note", ["webhook lost post"]]],
  },
  {
    of: "Webhooks",
    name: "reads another answer",
    edit: { [`${lost}/responses/200/content/application~1json/schema/type`]: "integer" },
    want: [["request-values", "request", "different", "breaking", "note", ["webhook lost post"]]],
  },
];
