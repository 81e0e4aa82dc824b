/** A media type without its parameters, in lower case. */
export function essenceOf(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}

/** Whether a media type or range of a document covers a media type (RFC 9110, section 12.5.1). */
export function coversType(range: string, type: string): boolean {
  const wanted = essenceOf(range);
  const actual = essenceOf(type);
  if (wanted === "*/*") return actual.includes("/");
  return wanted.endsWith("/*") ? actual.startsWith(wanted.slice(0, -1)) : wanted === actual;
}

/** A media type to send where the document has a range: one that the range covers. */
export function concreteType(range: string): string {
  const [type = "", subtype] = essenceOf(range).split("/");
  if (subtype !== "*") return range;
  if (type === "*") return "application/json";
  return type === "text"
    ? "text/plain"
    : type === "application"
      ? "application/octet-stream"
      : `${type}/x-any`;
}

/** How a body of a media type is written: as JSON, as a form, in parts, or as it is. */
export function bodyFormat(type: string): "json" | "form" | "multipart" | "text" {
  const essence = essenceOf(type);
  if (/[/+]json$/.test(essence)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  return essence.startsWith("multipart/") ? "multipart" : "text";
}
