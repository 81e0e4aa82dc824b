import { endSentence, makeVisible, shortenMiddle } from "./report-text.ts";

/** A part of a sentence: words, or something that stands between backticks. */
export interface Piece {
  readonly kind: "text" | "code";
  readonly text: string;
}

/** A name within a sentence, such as of a property. */
const longestName = 80;

export function text(words: string): Piece {
  return { kind: "text", text: words };
}

export function code(name: string): Piece {
  return { kind: "code", text: name };
}

/** A sentence in which names stand between backticks; a backtick without a second one is a sign like any other. */
export function readSentence(sentence: string): readonly Piece[] {
  const parts = makeVisible(sentence).split("`");
  const last = parts.length - 1;
  const unclosed = parts.length % 2 === 0;
  return parts.flatMap((part, index): readonly Piece[] => {
    if (index % 2 === 0) return part === "" ? [] : [text(part)];
    return unclosed && index === last ? [text(`\`${part}`)] : [code(shortenMiddle(part, longestName))];
  });
}

/** As many pieces as have at most about `length` characters together; the last one may be cut. */
export function shortenPieces(pieces: readonly Piece[], length: number): readonly Piece[] {
  const shown: Piece[] = [];
  let room = length;
  for (const piece of pieces) {
    const characters = [...piece.text];
    if (characters.length > room) {
      const part = characters.slice(0, room).join("");
      return part === "" ? [...shown, text("…")] : [...shown, { kind: piece.kind, text: part }, text("…")];
    }
    shown.push(piece);
    room -= characters.length;
  }
  return shown;
}

/** Pieces that another sentence may follow. */
export function endPieces(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1);
  if (last === undefined) return [];
  if (last.kind === "code") return [...pieces, text(".")];
  return [...pieces.slice(0, -1), text(endSentence(last.text))];
}

/** Pieces for where no markup is understood. */
export function writePlain(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === "code" ? `\`${piece.text}\`` : piece.text)).join("");
}
