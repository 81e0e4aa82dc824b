import type { MediaType } from "@specmill/spec";

/** How the body of a media type is made and read. */
export type BodyKind = "json" | "form" | "multipart" | "text" | "opaque";

/** `opaque` is what only its own programs can write: pictures, archives, XML. */
export function bodyKind({ type }: Pick<MediaType, "type">): BodyKind {
  const essence = (type.split(";")[0] ?? "").trim().toLowerCase();
  if (essence === "application/json" || essence.endsWith("+json") || essence === "*/*") return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence === "multipart/form-data") return "multipart";
  if (essence.startsWith("text/") && essence !== "text/xml") return "text";
  return "opaque";
}
