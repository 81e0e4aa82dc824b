import ts from "typescript";
import { toDocComment } from "./comments.ts";
import { spaced } from "./declare-type.ts";
import { indentLines } from "./indent-lines.ts";
import { toKey, toStringLiteral } from "./literals.ts";
import { placeholders } from "./prepare-schema.ts";

/** What a type says beyond its own shape. */
export interface TypePrinting {
  /** What a component schema is called where the type stands. */
  readonly reference: (component: string) => string;
  /** What a type of the platform or of TypeScript is called there. */
  readonly builtin: (name: string) => string;
  /** The paragraphs of a property's documentation. */
  readonly describe: (property: ts.PropertySignature) => readonly (string | undefined)[];
}

/** A printed type, and how loosely it holds together: what stands around it may need parentheses. */
interface Printed {
  readonly text: string;
  readonly shape: "tight" | "operator" | "intersection" | "union";
}

/** How many columns a union may take before it is broken into lines. */
const width = 90;

/**
 * Prints a type as openapi-typescript makes it: with two spaces, with the names of components in place of indices, and
 * with every text of the document through our own doors. TypeScript's printer knows none of that.
 *
 * @returns lines that start at the first column; where a union was broken, it starts on a line of its own
 * @throws Error on a kind of type that openapi-typescript does not make
 */
export function printType(node: ts.Node, printing: TypePrinting): string {
  return print(node, printing).text;
}

function print(node: ts.Node, printing: TypePrinting): Printed {
  if (ts.isParenthesizedTypeNode(node)) return print(node.type, printing);
  if (ts.isUnionTypeNode(node)) return printUnion(node, printing);
  if (ts.isIntersectionTypeNode(node)) return printIntersection(node, printing);
  if (ts.isTypeLiteralNode(node)) return tight(printMembers(node.members, printing));
  if (ts.isArrayTypeNode(node)) return tight(`${hold(print(node.elementType, printing), "tight")}[]`);
  if (ts.isTupleTypeNode(node)) {
    const elements = node.elements.map((element) => print(element, printing).text.trimStart());
    return tight(`[${elements.join(", ")}]`);
  }
  if (ts.isTypeOperatorNode(node)) {
    return { text: `readonly ${hold(print(node.type, printing), "tight")}`, shape: "operator" };
  }
  if (ts.isIndexedAccessTypeNode(node)) return tight(printComponent(node, printing));
  if (ts.isTypeReferenceNode(node)) return printNamed(node, printing);
  if (ts.isLiteralTypeNode(node)) return tight(printLiteral(node.literal));
  // openapi-typescript writes the literal type of a text as an identifier that holds its quotes.
  if (ts.isIdentifier(node)) return tight(toStringLiteral(String(JSON.parse(node.text))));
  return tight(printKeyword(node));
}

function tight(text: string): Printed {
  return { text, shape: "tight" };
}

const looseness = { tight: 0, operator: 1, intersection: 2, union: 3 } as const;

/** A type where none may stand that is looser than `bound`. */
function hold({ text, shape }: Printed, bound: Printed["shape"]): string {
  if (looseness[shape] <= looseness[bound]) return text;
  return text.startsWith("\n") ? `(${text}\n)` : `(${text})`;
}

function printUnion(node: ts.UnionTypeNode, printing: TypePrinting): Printed {
  const members = node.types.map((member) => print(member, printing));
  const texts = [
    ...new Set(
      members.map((member) => (member.text.startsWith("\n") ? `(${member.text}\n)` : hold(member, "union"))),
    ),
  ];
  if (texts.includes("unknown")) return tight("unknown");
  const [only] = members;
  if (texts.length === 1 && only !== undefined) return only;
  const flat = texts.join(" | ");
  const simple = !flat.includes("\n") && flat.length <= width;
  const short = texts.length === 2 && texts.filter((text) => text.includes("\n")).length === 1;
  if (simple || short) return { text: flat, shape: "union" };
  return { text: texts.map((text) => `\n  | ${indentLines(text, "    ")}`).join(""), shape: "union" };
}

function printIntersection(node: ts.IntersectionTypeNode, printing: TypePrinting): Printed {
  const members = mergeLiterals(flatten(node)).map((member) => print(member, printing));
  const telling = members.filter(({ text }) => text !== "unknown");
  const [only] = telling;
  if (only === undefined) return tight("unknown");
  if (telling.length === 1) return only;
  const texts = [...new Set(telling.map((member) => hold(member, "intersection")))];
  return { text: texts.join(" & "), shape: "intersection" };
}

function flatten(node: ts.IntersectionTypeNode): readonly ts.TypeNode[] {
  return node.types.flatMap((member) => {
    const inner = ts.isParenthesizedTypeNode(member) ? member.type : member;
    return ts.isIntersectionTypeNode(inner) ? flatten(inner) : [inner];
  });
}

/** The same members with the object types among them made one, where none of them has a word about another's properties. */
function mergeLiterals(types: readonly ts.TypeNode[]): readonly ts.TypeNode[] {
  const literals = types.filter(ts.isTypeLiteralNode);
  const members = literals.flatMap((literal) => [...literal.members]);
  const names = members.map((member) => (ts.isPropertySignature(member) ? nameOf(member.name) : ""));
  const free = members.every(
    (member) => !ts.isIndexSignatureDeclaration(member) || member.type.kind === ts.SyntaxKind.UnknownKeyword,
  );
  const [first] = literals;
  if (first === undefined || !free || new Set(names).size < names.length) return types;
  const merged = ts.factory.createTypeLiteralNode(members);
  return types.flatMap((type) => {
    if (type === first) return [merged];
    return ts.isTypeLiteralNode(type) ? [] : [type];
  });
}

function printMembers(members: readonly ts.TypeElement[], printing: TypePrinting): string {
  if (members.length === 0) return "{}";
  const [only] = members;
  if (members.length === 1 && only !== undefined && ts.isIndexSignatureDeclaration(only)) {
    const line = printMember(only, printing).slice(0, -1);
    if (!line.includes("\n")) return `{ ${line} }`;
  }
  return `{${members.map((member) => indentLines(`\n${printMember(member, printing)}`, "  ")).join("")}\n}`;
}

function printMember(member: ts.TypeElement, printing: TypePrinting): string {
  if (ts.isIndexSignatureDeclaration(member)) {
    return `${printReadonly(member)}[key: string]:${spaced(print(member.type, printing).text)};`;
  }
  if (!ts.isPropertySignature(member) || member.type === undefined) {
    throw new Error(`no member is printed of a ${ts.SyntaxKind[member.kind]}`);
  }
  const doc = toDocComment(printing.describe(member));
  const optional = member.questionToken === undefined ? "" : "?";
  const type = print(member.type, printing).text;
  return `${doc}${printReadonly(member)}${toKey(nameOf(member.name))}${optional}:${spaced(type)};`;
}

function printReadonly({ modifiers }: ts.PropertySignature | ts.IndexSignatureDeclaration): string {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) ? "readonly " : "";
}

function nameOf(name: ts.PropertyName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) return name.text;
  throw new Error(`no property is named by a ${ts.SyntaxKind[name.kind]}`);
}

function printNamed(node: ts.TypeReferenceNode, printing: TypePrinting): Printed {
  const { typeName, typeArguments } = node;
  const name = ts.isIdentifier(typeName) ? typeName.text : "";
  const [first, second] = (typeArguments ?? []).map((argument) => print(argument, printing));
  const placeholder = placeholders.get(name);
  if (placeholder !== undefined) return tight(printing.builtin(placeholder));
  if (first === undefined || second === undefined) return tight("unknown");
  switch (name) {
    case "Record":
      return tight(`{ [key: ${first.text}]: ${second.text} }`);
    case "Omit":
      return tight(`${printing.builtin("Omit")}<${first.text}, ${second.text}>`);
    case "WithRequired": {
      const picked = `${printing.builtin("Pick")}<${first.text}, ${second.text}>`;
      const text = `${hold(first, "intersection")} & ${printing.builtin("Required")}<${picked}>`;
      return { text, shape: "intersection" };
    }
    default:
      throw new Error(`no type is printed of a reference to ${name}`);
  }
}

/** `components["schemas"]["Profile"]` by the name of its type; nothing else that a `$ref` can name has one. */
function printComponent(node: ts.IndexedAccessTypeNode, printing: TypePrinting): string {
  const keys: string[] = [];
  let holder: ts.TypeNode = node;
  while (ts.isIndexedAccessTypeNode(holder)) {
    const { indexType } = holder;
    keys.unshift(
      ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal) ? indexType.literal.text : "",
    );
    holder = holder.objectType;
  }
  const [kind, name, ...deeper] = keys;
  return kind === "schemas" && name !== undefined && deeper.length === 0
    ? printing.reference(name)
    : "unknown";
}

function printLiteral(literal: ts.LiteralTypeNode["literal"]): string {
  if (ts.isNumericLiteral(literal)) return literal.text;
  if (ts.isStringLiteral(literal)) return toStringLiteral(literal.text);
  if (ts.isPrefixUnaryExpression(literal) && ts.isNumericLiteral(literal.operand))
    return `-${literal.operand.text}`;
  return printKeyword(literal);
}

function printKeyword(node: ts.Node): string {
  const keyword = ts.tokenToString(node.kind);
  if (keyword === undefined) throw new Error(`no type is printed of a ${ts.SyntaxKind[node.kind]}`);
  return keyword;
}
