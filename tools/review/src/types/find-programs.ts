/** Code that uses a package: a file, or a Markdown file with programs in it. */
export interface Consumer {
  /** As people know it. */
  readonly name: string;
  readonly text: string;
  readonly language: "ts" | "md";
  /** Where the file is, relative to the root of the house; what it imports by a relative path is found from there. */
  readonly path?: string;
}

/** One module of a consumer. */
export interface Program {
  /** The consumer's name; with `#` and a number for a block of Markdown, counted from 1. */
  readonly name: string;
  /** The consumer's name alone. */
  readonly file: string;
  /** The folder of the file within the house, with `/` between; empty for the root, or where it is unknown. */
  readonly folder: string;
  /** Each line where it is in the file. */
  readonly text: string;
}

/** The modules of a consumer: the file itself, or each block of TypeScript in it. */
export function findPrograms({ name, text, language, path = "" }: Consumer): readonly Program[] {
  const folder = folderOf(path);
  if (language === "ts") return [{ name, file: name, folder, text }];
  return findBlocks(text).map((block, index) => ({
    name: `${name}#${index + 1}`,
    file: name,
    folder,
    text: block,
  }));
}

/** The folder of a path within the house; empty for one that leads out of it. */
function folderOf(path: string): string {
  const folders = path.replaceAll("\\", "/").split("/").slice(0, -1);
  const isPlain = folders.every((word) => /^[^/:\0\r\n]+$/.test(word) && word !== "..");
  return isPlain ? folders.filter((word) => word !== ".").join("/") : "";
}

/** The blocks of TypeScript in a Markdown text (CommonMark, section 4.5), each after as many empty lines as stand before it. */
function findBlocks(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let open: { readonly fence: string; readonly from: number; readonly isProgram: boolean } | undefined;
  const lines = markdown.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (open === undefined) {
      const [, fence, word = ""] = /^\s*(`{3,}|~{3,})\s*([^\s`]*)[^`]*$/.exec(line) ?? [];
      if (fence === undefined) continue;
      open = { fence, from: index + 1, isProgram: /^(ts|typescript)$/i.test(word) };
      continue;
    }
    const [, end = ""] = /^\s*(`{3,}|~{3,})\s*$/.exec(line) ?? [];
    if (!end.startsWith(open.fence)) continue;
    if (open.isProgram) blocks.push(`${"\n".repeat(open.from)}${lines.slice(open.from, index).join("\n")}\n`);
    open = undefined;
  }
  // A block without an end goes to the end of the text.
  if (open?.isProgram === true) {
    blocks.push(`${"\n".repeat(open.from)}${lines.slice(open.from).join("\n")}\n`);
  }
  return blocks;
}
