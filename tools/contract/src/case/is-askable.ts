import type { MediaType } from "@specmill/spec";

/** Whether a media type can stand in `Accept` (RFC 9110, section 8.3.1). */
export function isAskable({ type }: Pick<MediaType, "type">): boolean {
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(?:;[^,]*)?$/.test(type);
}
