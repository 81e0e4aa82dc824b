/** @type {Readonly<Record<string, string>>} */
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * @param {string | number | undefined} text
 * @returns {string} the same, as text of HTML or the value of an attribute
 */
export function escapeHtml(text = "") {
  return String(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
