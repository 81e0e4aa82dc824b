import type { Preference } from "../case/contract-case.ts";

/** What asks the mock for one answer among those that the document shows (RFC 7240, section 2). */
export function preferHeaders({
  code,
  example,
  dynamic,
  seed,
  minimal,
  mediaType,
}: Preference): Readonly<Record<string, string>> {
  const preferences = [
    ...(code === undefined ? [] : [`code=${code}`]),
    ...(example === undefined ? [] : [`example="${example.replace(/["\\]/g, "\\$&")}"`]),
    ...(dynamic === undefined ? [] : ["dynamic=true"]),
    ...(seed === undefined ? [] : [`seed=${seed}`]),
    ...(minimal === undefined ? [] : ["minimal=true"]),
  ];
  return {
    ...(preferences.length === 0 ? {} : { prefer: preferences.join(", ") }),
    ...(mediaType === undefined ? {} : { accept: mediaType }),
  };
}
