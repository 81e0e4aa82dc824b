/** Whether `value` tells a reader why: text of at least three words, so that `true`, `todo` or a name is not enough. */
export function isReason(value: unknown): boolean {
  return typeof value === "string" && value.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= 3;
}
