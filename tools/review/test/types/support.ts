import type { JsonObject, LoadedDocument } from "@specmill/spec";

/** A document of some component schemas, and whatever else it is to have, as if it had been loaded. */
export function loadedOf(schemas: JsonObject, members: JsonObject = {}): LoadedDocument {
  const components = members["components"];
  const document = {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    servers: [{ url: "https://shop.test" }],
    paths: {},
    ...members,
    components: { ...(typeof components === "object" ? components : {}), schemas },
  };
  const text = JSON.stringify(document);
  return { file: "/shop/openapi.json", text, version: "3.1", document: JSON.parse(text), files: [] };
}
