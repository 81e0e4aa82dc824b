import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../vitest.shared.ts";

export default mergeConfig(
  shared,
  // Names of tests are sentences, and are shown to their end.
  defineConfig({ test: { include: ["*/contract.test.ts"], chaiConfig: { truncateThreshold: 0 } } }),
);
