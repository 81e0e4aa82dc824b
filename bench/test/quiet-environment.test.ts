import { expect, test } from "vitest";
import { quietEnvironment } from "../src/quiet-environment.js";

test("what an outer npm or turbo has set does not reach an inner one, but where packages come from does", () => {
  const given = {
    PATH: "/bin",
    npm_config_local_prefix: "/outer",
    npm_config_registry: "http://127.0.0.1:4873/",
    npm_lifecycle_event: "bench",
    INIT_CWD: "/outer",
    TURBO_CACHE_DIR: "/outer/cache",
    FORCE_COLOR: "1",
  };
  const { PATH, npm_config_registry, ...others } = quietEnvironment(given);
  expect({ PATH, npm_config_registry }).toEqual({
    PATH: "/bin",
    npm_config_registry: "http://127.0.0.1:4873/",
  });
  for (const name of Object.keys(given)) expect(others).not.toHaveProperty(name);
});
