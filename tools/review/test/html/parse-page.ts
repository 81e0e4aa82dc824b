/** An element of a page, with what it holds. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (PageElement | string)[];
}

interface OpenElement extends PageElement {
  readonly children: (PageElement | string)[];
}

const voids = new Set(["meta", "br", "wbr", "hr"]);

/**
 * Reads markup more strictly than any browser: every element is closed in its turn, every attribute is quoted, every `&`
 * is the start of a reference. Throws where it is not so.
 */
export function parsePage(page: string): PageElement {
  const body = page.replace(/^<!doctype html>\n/, "");
  if (body === page) throw new Error("The page does not start with its doctype.");
  const root: OpenElement = { name: "#page", attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  const pattern = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)>|([^<]+)/y;
  while (pattern.lastIndex < body.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(body);
    const parent = open.at(-1);
    if (match === null || parent === undefined) throw new Error(`No markup: ${body.slice(from, from + 80)}`);
    const [, slash, name = "", attributes = "", text] = match;
    if (text !== undefined) parent.children.push(parent.name === "style" ? text : decode(text));
    else if (slash === "/") {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes <${parent.name}>.`);
    } else {
      const element: OpenElement = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!voids.has(name)) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed.`);
  return root;
}

export function listElements(element: PageElement): readonly PageElement[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : [child, ...listElements(child)],
  );
}

export function textOf(element: PageElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** Everything of a page that a name, a class or an id of it leads to. */
export function findAll(
  page: PageElement,
  name: string,
  attribute?: readonly [string, string],
): readonly PageElement[] {
  return listElements(page).filter(
    (element) =>
      element.name === name &&
      (attribute === undefined ||
        (element.attributes.get(attribute[0]) ?? "").split(" ").includes(attribute[1])),
  );
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)];
  const attributes = new Map(found.map(([, name = "", value = ""]) => [name, decode(value)]));
  if (attributes.size !== found.length) throw new Error(`An attribute stands twice:${text}`);
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&([a-z#0-9]*);?/g, (reference, name: string) => {
    const character = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }[name];
    if (character === undefined || !reference.endsWith(";")) throw new Error(`A bare & before ${reference}`);
    return character;
  });
}
