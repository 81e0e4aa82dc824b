import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type JsonObject, type LoadedDocument, loadDocument } from "@specmill/spec";
import type { TextOf } from "../../src/report/rule-text.ts";
import type { ApiReview, Review } from "../../src/review.ts";
import { demoFindings } from "./demo-findings.ts";

const house = fileURLToPath(new URL("../../../../", import.meta.url));

/** A review of the Upsun profile against a copy of it with a dozen edits, and findings made by hand. */
export async function makeDemoReview(): Promise<Review> {
  const base = await loadProfile();
  const head = editProfile(base);
  const report = readFileSync(`${house}packages/upsun-profile/etc/upsun-profile.api.md`, "utf8");
  return {
    base: "main (586e4f6)",
    head: "shorter-names (0c1d2e3)",
    apis: [
      makeApiReview({
        findings: demoFindings,
        documents: { base, head },
        apiReports: { base: report, head: editReport(report) },
      }),
      makeApiReview({
        api: "user-profile-picture",
        kind: "unchanged",
        bump: "none",
        wire: "none",
        source: "none",
      }),
    ],
    problems: [],
  };
}

export function makeApiReview(given: Partial<ApiReview>): ApiReview {
  return {
    api: "upsun-profile",
    kind: "changed",
    file: "specs/upsun-profile/openapi.yaml",
    bump: "major",
    wire: "major",
    source: "major",
    findings: [],
    lint: {
      kind: "compared",
      added:
        given.findings === undefined
          ? []
          : [
              {
                rule: "operation-4xx-response",
                severity: "warning",
                message: "Operation must have at least one `4XX` response.",
                file: "specs/upsun-profile/openapi.yaml",
                line: 151,
                column: 7,
                hint: "Add the answers that callers have to expect.",
              },
            ],
      fixed: [],
      kept: given.findings === undefined ? 0 : 2,
    },
    consumers:
      given.findings === undefined
        ? { compiled: 0, broken: [], unusable: [] }
        : { compiled: 4, broken: ["specs/upsun-profile/contract.test.ts"], unusable: [] },
    documents: {},
    apiReports: {},
    ...given,
  };
}

export async function loadProfile(): Promise<LoadedDocument> {
  const result = await loadDocument(`${house}specs/upsun-profile/openapi.yaml`);
  if (result.kind === "failed") throw new Error("The document of the demo does not load.");
  return result.loaded;
}

/** What somebody might do to the document on one day. */
function editProfile(base: LoadedDocument): LoadedDocument {
  const edits: readonly [string, string][] = [
    // 1: a parameter.
    [
      `"in":"path","required":true,"description":"The identifier of the user."`,
      `"in":"path","required":true,"description":"The identifier of the user, or \`me\` for the one who asks."`,
    ],
    [`"summary":"Update a user profile"`, `"summary":"Change a user profile"`],
    // 2 to 5: what is sent.
    [
      `"display_name":{"type":"string","description":"The name to show."`,
      `"display_name":{"type":"string","maxLength":40,"description":"The name to show, at most 40 characters."`,
    ],
    [`"enum":["light","dark"]`, `"enum":["light","dark","system"]`],
    [
      `"required":true,"x-inferred":"The page does not mark`,
      `"required":true,"x-checked":"The page does not mark`,
    ],
    [
      `"description":"The parts of a profile to change. None of them is required.","properties":{`,
      `"description":"The parts of a profile to change. The \`reason\` alone is required.","required":["reason"],"properties":{"reason":{"type":"string","minLength":1,"description":"Why the profile changes, for the audit log."},`,
    ],
    // 6 to 9: what comes back.
    [
      `"email":{"type":"string","format":"email","description":"The email address.","examples":["jsmith@example.com"]},`,
      ``,
    ],
    [
      `"enum":["individual","corporation","government"]`,
      `"enum":["individual","corporation","government","nonprofit"]`,
    ],
    [`"new_ui":{"type":"boolean"`, `"new_ui":{"type":["boolean","null"]`],
    [
      `"legal_entity_name":{"type":"string"`,
      `"addresses":{"type":"array","maxItems":3,"description":"Where bills go.","items":{"$ref":"#/components/schemas/Address"}},"legal_entity_name":{"type":"string"`,
    ],
    // 10: a component within itself.
    [
      `"schemas":{"ProfileUpdate"`,
      `"schemas":{"Address":{"type":"object","required":["city"],"properties":{"city":{"type":"string"},"country":{"type":"string","pattern":"^[A-Z]{2}$"},"care_of":{"$ref":"#/components/schemas/Address"}}},"ProfileUpdate"`,
    ],
    // 11: an example, 12: another operation.
    [
      `"summary":"One property","value":{"display_name":"Ada Lovelace"}`,
      `"summary":"One property","value":{"reason":"She asked for it.","display_name":"Ada Lovelace"}`,
    ],
    [
      `"paths":{"/profiles/{userId}":{`,
      `"paths":{"/profiles/{userId}":{"get":{"operationId":"getProfile","summary":"Read a user profile","description":"Answers with the profile.\\n\\n- needs a token\\n- see [the page](https://example.com/profiles)","parameters":[{"name":"userId","in":"path","required":true,"schema":{"type":"string"}},{"name":"fields","in":"query","description":"Which properties to answer with.","schema":{"type":"array","items":{"type":"string","enum":["id","email"]},"default":["id"]},"explode":false}],"responses":{"200":{"description":"The profile.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Profile"}}}},"404":{"description":"There is no such user."}}},`,
    ],
  ];
  return { ...base, document: edits.reduce(editText, base.document) };
}

function editText(document: JsonObject, [from, to]: readonly [string, string]): JsonObject {
  const text = JSON.stringify(document);
  if (!text.includes(from)) throw new Error(`The document of the demo has no ${from}`);
  return JSON.parse(text.replace(from, () => to));
}

function editReport(report: string): string {
  const edits: readonly [string, string][] = [
    ["export interface ProfileUpdate {", "export interface ProfileUpdate {\n  reason: string;"],
    [`ui_colorscheme?: "light" | "dark";`, `ui_colorscheme?: "light" | "dark" | "system";`],
    ["  email?: string;\n", ""],
    [
      `customer_type?: "individual" | "corporation" | "government";`,
      `customer_type?: "individual" | "corporation" | "government" | "nonprofit";\n  addresses?: Address[];`,
    ],
    ["new_ui?: boolean;", "new_ui?: boolean | null;"],
    [
      "export interface ProfileUpdate {",
      "export interface Address {\n  city: string;\n  country?: string;\n  care_of?: Address;\n}\n\nexport interface ProfileUpdate {",
    ],
    [
      "export interface UpsunProfileClient {",
      'export interface GetProfileArguments {\n  readonly path: {\n    readonly userId: string;\n  };\n  readonly query?: {\n    readonly fields?: ("id" | "email")[];\n  };\n}\n\nexport type GetProfileResult = Documented<true, 200, models.Profile, object, "application/json"> | Documented<false, 404, undefined> | Failure;\n\nexport interface UpsunProfileClient {\n  readonly getProfile: Call<[\n    given: GetProfileArguments,\n    options?: CallOptions\n  ], GetProfileResult>;',
    ],
    [
      `"individual" | "corporation" | "government"> | TestFault`,
      `"individual" | "corporation" | "government" | "nonprofit"> | TestFault`,
    ],
  ];
  return edits.reduce((text, [from, to]) => text.replace(from, () => to), report);
}

export const demoText: TextOf = (rule) => ({
  what: `The rule \`${rule}\` found something.`,
  why: "Callers that send or expect the old form fail without having changed anything.",
  instead:
    "Keep what is there, add the new form beside it, and deprecate the old one with an `x-sunset` date.",
});
