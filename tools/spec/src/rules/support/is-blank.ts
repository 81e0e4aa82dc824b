/** Whether a text is missing, is not text, or shows nothing when it is printed. */
export function isBlank(value: unknown): boolean {
  return typeof value !== "string" || value.trim() === "";
}
