import type { MutationResult } from "../src/mutant/mutant.ts";
import type { CoveredObligation } from "../src/obligation/obligation.ts";
import type { ApiReport, ReportedOperation } from "../src/report/report.ts";
import { countClasses } from "../src/report/report-figures.ts";
import type { CaseResult } from "../src/run/verdict.ts";

/** The place of anything is told by the length of its pointer, so that two pointers rarely share one. */
export function locateFake(api: string, pointer: string) {
  return { file: `specs/${api}/openapi.yaml`, line: 30 + pointer.length, column: 7 };
}

const profile: ReportedOperation = {
  id: "updateProfile",
  method: "PATCH",
  path: "/profiles/{userId}",
  pointer: "#/paths/~1profiles~1{userId}/patch",
  statuses: ["200", "400", "403", "404", "4XX", "default"],
};

const schema = "#/components/schemas/UpdateProfileRequest";

function passed(
  id: string,
  kind: CaseResult["kind"],
  status: number,
  operation = "updateProfile",
): CaseResult {
  return {
    id: `${operation}/${id}`,
    operation,
    kind,
    title: `The operation answers ${status} for ${id}.`,
    pointer: `${schema}/properties/${id.split("/").at(-1)}`,
    outcome: "passed",
    failures: [],
    exchange: {
      request: { method: "PATCH", target: "/profiles/4f1c", headers: { accept: "application/json" } },
      response: { status, headers: { "content-type": "application/json" }, body: "{}" },
    },
  };
}

const failedWire: CaseResult = {
  id: "updateProfile/query/fields/present/two-values-of-an-array-that-travels-exploded-in-the-query-string",
  operation: "updateProfile",
  kind: "present",
  title: "The query may hold `fields` with two values.",
  pointer: `${profile.pointer}/parameters/1`,
  outcome: "failed",
  failures: [
    {
      rule: "wire-mismatch",
      blame: "client",
      message: 'The client was given fields = ["name","email"] and sent "name,email".',
      pointer: `${profile.pointer}/parameters/1/style`,
    },
  ],
  exchange: {
    request: {
      method: "PATCH",
      target: "/profiles/4f1c?fields=name%2Cemail",
      headers: {
        accept: "application/json",
        authorization: "Bearer $SPECMILL_BEARER",
        "content-type": "application/json",
      },
      body: '{"marketing":true,"display_name":"O\'Neill <b>"}',
    },
    response: {
      status: 200,
      headers: { "content-type": "application/json" },
      body: '{"id":"4f1c","display_name":"O\'Neill","marketing":true}',
    },
  },
};

const failedExample: CaseResult = {
  id: "updateProfile/response/200/example/complete",
  operation: "updateProfile",
  kind: "example",
  title: "The example `complete` is answered as it stands in the document, and fits its schema.",
  pointer: `${profile.pointer}/responses/200/content/application~1json/examples/complete`,
  outcome: "failed",
  failures: [
    {
      rule: "response-schema",
      blame: "spec",
      message: 'The body of the answer has updated_at = "yesterday", which is no date-time.',
      pointer: "#/components/schemas/Profile/properties/updated_at/format",
    },
    {
      rule: "response-header",
      blame: "spec",
      message: "The answer has no x-request-id.",
      pointer: `${profile.pointer}/responses/200/headers/x-request-id`,
    },
  ],
  exchange: {
    request: {
      method: "PATCH",
      target: "/profiles/4f1c",
      headers: { prefer: "code=200, example=complete" },
      body: "{}",
    },
    response: {
      status: 200,
      headers: { "content-type": "application/json" },
      body: `{"id":"4f1c","updated_at":"yesterday","about":"</pre><script>alert(1)</script>"}`,
    },
  },
};

const failedServer: CaseResult = {
  id: "updateProfile/body/website/negative/format",
  operation: "updateProfile",
  kind: "negative",
  title: "A website that is no URI is refused.",
  pointer: `${schema}/properties/website/format`,
  outcome: "failed",
  failures: [
    {
      rule: "undocumented-status",
      blame: "upstream",
      message: "The server answered 500.",
      pointer: `${profile.pointer}/responses`,
    },
  ],
  exchange: {
    request: {
      method: "PATCH",
      target: "/profiles/4f1c",
      headers: { "content-type": "application/json" },
      body: '{"website":"\\u202ehttp://"}',
    },
    response: {
      status: 500,
      headers: { "content-type": "text/html" },
      body: "<h1>Internal Server Error</h1>",
    },
  },
};

const obligations: readonly CoveredObligation[] = (
  [
    ["operation", profile.pointer, "called", "covered"],
    ["status", `${profile.pointer}/responses/200`, "answered", "covered"],
    ["status", `${profile.pointer}/responses/403`, "answered", "covered"],
    ["status", `${profile.pointer}/responses/404`, "answered", "uncovered"],
    ["media-type", `${profile.pointer}/responses/200/content/application~1json`, "answered", "covered"],
    ["parameter", `${profile.pointer}/parameters/1`, "present", "covered"],
    ["parameter", `${profile.pointer}/parameters/1`, "absent", "covered"],
    ["request-property", `${schema}/properties/marketing`, "present", "covered"],
    ["request-property", `${schema}/properties/marketing`, "absent", "uncovered"],
    ["request-property", `${schema}/properties/display_name`, "present", "covered"],
    ["response-property", "#/components/schemas/Profile/properties/updated_at", "present", "covered"],
    ["value", `${schema}/properties/theme/enum`, '"light"', "covered"],
    ["value", `${schema}/properties/theme/enum`, '"dark"', "uncovered"],
    ["constraint", `${schema}/properties/display_name/maxLength`, "inside", "covered"],
    ["constraint", `${schema}/properties/display_name/maxLength`, "outside", "excluded"],
    ["security", "#/security/0", "satisfied", "covered"],
    ["security", "#/security/0", "violated", "covered"],
    ["response-header", `${profile.pointer}/responses/200/headers/x-request-id`, "present", "covered"],
  ] as const
).map(([name, pointer, want, state]) => ({
  id: `updateProfile ${name} ${pointer} ${want}`,
  class: name,
  operation: "updateProfile",
  pointer,
  want,
  state,
  ...(state === "excluded" ? { reason: "The source names no limit above 100 (until 2027-06-30)." } : {}),
}));

const mutants: readonly MutationResult[] = (
  [
    [
      "bound-drop",
      `${schema}/properties/display_name/maxLength`,
      "maxLength 100 dropped",
      "breaking",
      "survived",
    ],
    ["enum-add", `${schema}/properties/theme/enum`, 'enum gets "sepia"', "breaking", "survived"],
    ["bound-drop", `${schema}/properties/website/maxLength`, "maxLength 2000 dropped", "breaking", "killed"],
    ["required-drop", `${schema}/required`, "marketing is no longer required", "breaking", "killed"],
    ["required-add", "#/components/schemas/Profile/required", "about is required", "compatible", "survived"],
    [
      "null-add",
      `${profile.pointer}/parameters/1/schema/type`,
      "string → string, null",
      "equivalent",
      "skipped",
    ],
    ["security-drop", "#/security/0", "requirement dropped", "breaking", "skipped"],
  ] as const
).map(([operator, pointer, change, effect, state]) => ({
  id: `${operator} ${pointer}`,
  operator,
  pointer,
  change,
  effect,
  because: effect === "breaking" ? "A request gets another verdict." : "Nothing that is promised changes.",
  state,
  ...(state === "killed" ? { killer: "updateProfile/body/website/negative/length" } : {}),
}));

const good: ApiReport = {
  api: "workspace-account-profile",
  title: "Workspace account profile",
  file: "specs/workspace-account-profile/openapi.yaml",
  target: "mock",
  verdict: "passed",
  reasons: [],
  rewrites: [
    { rule: "dialect", pointer: "#/jsonSchemaDialect", message: "JSON Schema 2020-12 is named." },
    {
      rule: "explode",
      pointer: `${profile.pointer}/parameters/1`,
      message: "style form, explode true spelt out.",
    },
  ],
  operations: [profile],
  results: [
    passed("canary", "canary", 400),
    passed("happy", "happy", 200),
    passed("body/marketing", "present", 200),
    passed("security/none", "security", 403),
  ],
  coverage: coverageOf(obligations.filter(({ state }) => state === "covered")),
  mutation: {
    killed: 2,
    breaking: 2,
    skipped: 0,
    operators: { "bound-drop": 1, "required-drop": 1 },
    results: mutants.filter(({ state }) => state === "killed"),
  },
  clientFaults: [
    {
      id: "updateProfile method",
      fault: "method",
      operation: "updateProfile",
      change: "PATCH → PUT",
      state: "noticed",
      killer: "updateProfile/happy",
    },
  ],
  notes: [],
  problems: [],
  duration: 1234,
};

function coverageOf(list: readonly CoveredObligation[]) {
  return { classes: countClasses(list), obligations: list };
}

const bad: ApiReport = {
  ...good,
  api: "upsun-profile",
  title: "Upsun user profile",
  file: "specs/upsun-profile/openapi.yaml",
  verdict: "failed",
  reasons: [
    "2 cases failed.",
    "2 breaking changes to the document went unnoticed.",
    "1 fault of the client went unnoticed.",
  ],
  results: [...good.results, failedWire, failedExample, skippedOf("updateProfile/links/next")],
  coverage: coverageOf(obligations),
  mutation: {
    killed: 2,
    breaking: 5,
    skipped: 1,
    operators: {
      "bound-drop": 2,
      "enum-add": 1,
      "null-add": 1,
      "required-add": 1,
      "required-drop": 1,
      "security-drop": 1,
    },
    results: mutants,
  },
  clientFaults: [
    ...(good.clientFaults ?? []),
    {
      id: "updateProfile header x-trace",
      fault: "header",
      operation: "updateProfile",
      change: "x-trace is left out",
      state: "unnoticed",
    },
  ],
  notes: [
    { pointer: `${schema}/properties/avatar/format`, message: "Nothing can be made up for format `zzz`." },
  ],
};

function skippedOf(id: string): CaseResult {
  return {
    id,
    operation: "updateProfile",
    kind: "response",
    title: "The next page is there.",
    pointer: profile.pointer,
    outcome: "skipped",
    reason: "A mock keeps no state.",
    failures: [],
  };
}

/** Five APIs: one that passed, two that failed, one that could not be verified, one with many operations. */
export const fakeReports: readonly ApiReport[] = [
  {
    ...good,
    api: "clockify-custom-field-value",
    title: "Clockify custom field value",
    file: "specs/clockify-custom-field-value/openapi.yaml",
    verdict: "not verified",
    reasons: ["The canary of updateProfile was not rejected: its checks prove nothing."],
    results: [{ ...passed("canary", "canary", 200), outcome: "failed", failures: [canaryFailure()] }],
    problems: [
      {
        rule: "unknown-dialect",
        severity: "warning",
        message: "Nothing checks this dialect.",
        file: "specs/clockify-custom-field-value/openapi.yaml",
        line: 3,
        column: 1,
        hint: "Leave `jsonSchemaDialect` out.",
      },
    ],
  },
  {
    ...good,
    api: "clockify-member-profile",
    title: "Clockify member profile",
    file: "specs/clockify-member-profile/openapi.yaml",
    target: "upstream",
    verdict: "failed",
    reasons: ["1 case failed."],
    operations: ["list", "read", "create", "replace", "update", "delete"].map((verb, index) => ({
      ...profile,
      id: index === 4 ? "updateProfile" : `${verb}WorkspaceMemberCustomFieldValue`,
      method: ["GET", "GET", "POST", "PUT", "PATCH", "DELETE"][index] ?? "GET",
      path: `/v1/workspaces/{workspaceId}/users/{userId}/custom-field/{customFieldId}/value${index}`,
      statuses: index === 4 ? profile.statuses.slice(0, 4) : ["200", "401", "404"].slice(index % 2),
    })),
    results: [
      ...good.results,
      passed("happy", "happy", 200, "listWorkspaceMemberCustomFieldValue"),
      passed("happy", "happy", 401, "readWorkspaceMemberCustomFieldValue"),
      passed("happy", "happy", 404, "deleteWorkspaceMemberCustomFieldValue"),
      failedServer,
    ],
  },
  bad,
  {
    ...good,
    api: "user-profile-picture",
    title: "User profile picture",
    file: "specs/user-profile-picture/openapi.yaml",
  },
  good,
];

function canaryFailure() {
  return {
    rule: "invalid-request-accepted",
    blame: "mock",
    message: "The mock accepted a body without `name`.",
    pointer: `${schema}/required`,
  } as const;
}
