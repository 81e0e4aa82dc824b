import type { Plugin } from "@redocly/openapi-core";
import { houseRules } from "./rules/index.ts";

/** The rules of the house as a plugin for Redocly's engine, which names them `specmill/<id>`. */
export default function createPlugin(): Plugin {
  return {
    id: "specmill",
    rules: { oas3: Object.fromEntries(houseRules.map(({ id, create }) => [id, create])) },
  };
}
