/** Stands between the parts of every multipart body here, so that the same body is the same text. */
export const boundary = "specmill-boundary";

/** One part of a multipart body (RFC 7578, section 4). */
export interface Part {
  readonly name: string;
  readonly text: string;
  /** Set where the part is a file. */
  readonly fileName?: string;
  readonly contentType?: string;
}

/** A `multipart/form-data` body. */
export function writeMultipart(parts: readonly Part[]): string {
  const written = parts.map(({ name, text, fileName, contentType }) => {
    const file = fileName === undefined ? "" : `; filename="${escapeName(fileName)}"`;
    const type = contentType === undefined ? "" : `Content-Type: ${contentType}\r\n`;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"${file}\r\n${type}\r\n${text}\r\n`;
  });
  return `${written.join("")}--${boundary}--\r\n`;
}

/**
 * The parts of a multipart body.
 *
 * @param contentType - the header, which names the boundary
 * @returns undefined where the body is none
 */
export function readMultipart(body: string, contentType: string): readonly Part[] | undefined {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const line = `--${quoted ?? bare ?? ""}`;
  const end = body.lastIndexOf(`${line}--`);
  if (line === "--" || !body.startsWith(line) || end === -1) return undefined;
  const parts = `\r\n${body.slice(0, end)}`.split(`\r\n${line}\r\n`).slice(1);
  const read = parts.map((part, index) =>
    readPart(index === parts.length - 1 ? part.replace(/\r\n$/, "") : part),
  );
  return read.every((part) => part !== undefined) ? read : undefined;
}

function readPart(part: string): Part | undefined {
  const blank = part.startsWith("\r\n") ? 0 : part.indexOf("\r\n\r\n") + 2;
  const head = part.slice(0, blank);
  const name = /^content-disposition:[^\r]*[; ]name="([^"]*)"/im.exec(head)?.[1];
  const fileName = /^content-disposition:[^\r]*; ?filename="([^"]*)"/im.exec(head)?.[1];
  const contentType = /^content-type: *([^\r]*)/im.exec(head)?.[1];
  if (name === undefined) return undefined;
  return {
    name: unescapeName(name),
    text: part.slice(blank + 2),
    ...(fileName !== undefined && { fileName: unescapeName(fileName) }),
    ...(contentType !== undefined && { contentType }),
  };
}

/** As browsers do: only what would end the name or the line is escaped. */
function escapeName(name: string): string {
  return name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function unescapeName(name: string): string {
  return name.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}
