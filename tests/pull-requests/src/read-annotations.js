/**
 * @typedef {object} Annotation
 * @property {"error" | "warning" | "notice"} level
 * @property {string} file
 * @property {number} line
 * @property {string} title
 * @property {string} message
 */

/**
 * Reads workflow commands, as GitHub Actions does.
 *
 * @param {string} commands - one a line
 * @returns {readonly Annotation[]}
 * @throws {Error} for a line that is none
 */
export function readAnnotations(commands) {
  return commands
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, level, properties = "", message = ""] =
        /^::(error|warning|notice) (.*?)::(.*)$/.exec(line) ?? [];
      if (level !== "error" && level !== "warning" && level !== "notice") {
        throw new Error(`this is no annotation: ${line}`);
      }
      const { file = "", line: number, title = "" } = readProperties(properties);
      return { level, file, line: Number(number), title, message: unescapeData(message) };
    });
}

/**
 * @param {string} properties
 * @returns {Record<string, string>}
 */
function readProperties(properties) {
  return Object.fromEntries(
    properties.split(",").map((property) => {
      const at = property.indexOf("=");
      const value = property
        .slice(at + 1)
        .replaceAll("%3A", ":")
        .replaceAll("%2C", ",");
      return [property.slice(0, at), unescapeData(value)];
    }),
  );
}

/** @param {string} text */
function unescapeData(text) {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
