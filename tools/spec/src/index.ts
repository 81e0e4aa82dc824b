export { buildModel } from "./build-model.ts";
export { createLocator, type Locator, type SourcePlace } from "./create-locator.ts";
export { type ReadText, readFromDisk } from "./file-source.ts";
export { type ApiSource, documentNames, findApis } from "./find-apis.ts";
export { followPointer, followReference, joinPointer, resolvePointer } from "./follow-reference.ts";
export { formatCodeframe } from "./format-codeframe.ts";
export { formatGithub } from "./format-github.ts";
export { formatJson } from "./format-json.ts";
export { formatSarif } from "./format-sarif.ts";
export {
  breakable,
  codeHtml,
  detailsHtml,
  type Html,
  html,
  nothing,
  type Printable,
  sentenceHtml,
  tableHtml,
} from "./html.ts";
export { isJsonObject, type JsonObject, type JsonValue } from "./json.ts";
export { lintDocument, lintDocuments } from "./lint-documents.ts";
export type { LintedProblem } from "./linted-problem.ts";
export { type LoadedDocument, type LoadResult, loadDocument } from "./load-document.ts";
export type * from "./model.ts";
export { nameOperations } from "./name-operations.ts";
export { countEdits, nearestName } from "./nearest-name.ts";
export { type Palette, plainPalette } from "./palette.ts";
export { formatProblem, hasErrors, type Problem, sortProblems } from "./problem.ts";
export { problemAt } from "./problem-at.ts";
export { displayPath } from "./redocly-problem.ts";
export { lintTexts, type RuleText, type RuleTexts } from "./rule-texts.ts";
export { toUnicodePattern } from "./to-unicode-pattern.ts";
export type { Origin, Origins } from "./track-origins.ts";
