import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../vitest.shared.ts";

export default mergeConfig(
  shared,
  defineConfig({
    test: {
      include: ["*/*.test.ts"],
      // Each file has a mock of its own and shares nothing; loading Prism anew for each is what would take time.
      isolate: false,
      // Names of tests are sentences, and are shown to their end.
      chaiConfig: { truncateThreshold: 0 },
    },
  }),
);
