/** Where an install looks for packages is the user's to say; nothing else of an outer npm is for an inner one. */
const kept = /^npm_config_(registry|userconfig|globalconfig|cafile|proxy|https_proxy|noproxy)$/i;

/**
 * The environment of what is measured: the user's, without what the npm that runs this and turbo would take from it,
 * without colours, and without telemetry or update checks.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function quietEnvironment(environment) {
  const own = Object.entries(environment).filter(
    ([name]) => kept.test(name) || !/^(npm_|TURBO_|INIT_CWD$|FORCE_COLOR$|NODE_ENV$)/i.test(name),
  );
  return {
    ...Object.fromEntries(own),
    NO_COLOR: "1",
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
}
