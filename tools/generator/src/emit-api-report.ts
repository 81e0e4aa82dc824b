import ts from "typescript";
import type { PackageSettings } from "./package-settings.ts";
import type { PlannedFile } from "./planned-file.ts";

/** Which files a user reaches by which import. */
const entries = [
  { subpath: "", sources: ["src/index.ts", "src/client.ts", "src/models.ts", "src/digest.ts"] },
  { subpath: "/schemas", sources: ["src/schemas.ts"] },
  { subpath: "/testing", sources: ["src/testing.ts"] },
] as const;

/**
 * `etc/<api>.api.md`: every exported declaration without its documentation and its body, so that a review shows what a
 * change does to those who import the package.
 *
 * @param files - the package's sources, as they are about to be written
 */
export function emitApiReport(files: readonly PlannedFile[], settings: PackageSettings): PlannedFile {
  const sections = entries.flatMap(({ subpath, sources }) => {
    const texts = files.filter(({ path }) => sources.some((source) => source === path));
    if (texts.length === 0) return [];
    const declarations = texts.flatMap(({ content }) => listDeclarations(content));
    return [`## \`${settings.name}${subpath}\`\n\n\`\`\`ts\n${declarations.join("\n\n")}\n\`\`\`\n`];
  });
  const title = `# What \`${settings.name}\` exports\n`;
  const note = "Written with the package and checked with it. A change here is a change for its users.\n";
  return { path: `etc/${settings.api}.api.md`, content: [title, note, ...sections].join("\n") };
}

function listDeclarations(content: string): readonly string[] {
  const source = ts.createSourceFile("module.ts", content, ts.ScriptTarget.ES2023, true);
  const printer = ts.createPrinter({ removeComments: true });
  return source.statements.filter(isExported).map((statement) => {
    const text = printer.printNode(ts.EmitHint.Unspecified, toDeclaration(statement), source);
    return text.replace(/^( {4})+/gm, (indent) => indent.slice(indent.length / 2));
  });
}

function isExported(statement: ts.Statement): boolean {
  // What one file of the package hands on from another stands where it is declared.
  if (ts.isExportDeclaration(statement)) return !/"\.\//.test(statement.moduleSpecifier?.getText() ?? "");
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

/** What a declaration file would say of a statement. */
function toDeclaration(statement: ts.Statement): ts.Statement {
  const { factory } = ts;
  if (ts.isFunctionDeclaration(statement)) {
    const { modifiers, asteriskToken, name, typeParameters, parameters, type } = statement;
    return factory.updateFunctionDeclaration(
      statement,
      modifiers,
      asteriskToken,
      name,
      typeParameters,
      parameters.map((parameter) => withoutDefault(parameter)),
      type,
      undefined,
    );
  }
  if (ts.isVariableStatement(statement)) {
    const declarations = statement.declarationList.declarations.map(({ name, type }) =>
      factory.createVariableDeclaration(name, undefined, type),
    );
    const list = factory.createVariableDeclarationList(declarations, ts.NodeFlags.Const);
    return factory.updateVariableStatement(statement, statement.modifiers, list);
  }
  return statement;
}

function withoutDefault(parameter: ts.ParameterDeclaration): ts.ParameterDeclaration {
  const { modifiers, dotDotDotToken, name, questionToken, type, initializer } = parameter;
  const optional = initializer ? ts.factory.createToken(ts.SyntaxKind.QuestionToken) : questionToken;
  return ts.factory.updateParameterDeclaration(
    parameter,
    modifiers,
    dotDotDotToken,
    name,
    optional,
    type,
    undefined,
  );
}
