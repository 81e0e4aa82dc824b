/** @typedef {{ readonly [key: string]: unknown }} Wanted - what must be there, whatever else is */

/**
 * How the calls of an API end that documents one success and nothing else.
 *
 * @param {number} status - of the success
 * @param {object} data - of which the answer has at least this much
 */
function wantCalls(status, data) {
  const answered = { ok: true, status, code: status, data };
  /** @type {Readonly<Record<string, Wanted>>} */
  const cases = {
    answered,
    validated: answered,
    rehearsed: answered,
    retried: answered,
    documented: { ok: false, status: "undocumented" },
    anonymous: { ok: false, status: "undocumented", code: 401 },
    drifted: { ok: false, status: "invalid-response", code: status },
    refused: { ok: false, status: "invalid-request" },
    aborted: { ok: false, status: "aborted" },
    late: { ok: false, status: "timeout" },
    // A browser does not tell which status it was.
    redirected: { ok: false, status: "undocumented" },
    dead: { ok: false, status: "network" },
  };
  return cases;
}

/** How each call of the consumer must end, by API and case. */
export const wantedCalls = {
  "clockify-custom-field-value": wantCalls(201, { customFieldName: "TIN", value: "20231211-12345" }),
  "clockify-member-profile": wantCalls(200, { email: "johndoe@example.com" }),
  "upsun-profile": wantCalls(200, { email: "jsmith@example.com", new_ui: true }),
  "user-profile-picture": wantCalls(200, { email: "ada@example.com", emailVerified: true }),
  "workspace-account-profile": {
    ...wantCalls(200, { Data: { UserId: "1042" }, Success: true }),
    // It alone documents a 404, and lets in whoever has no credentials.
    documented: { ok: false, status: 404, code: 404, data: { Success: false } },
    anonymous: { ok: true, status: 200, code: 200 },
  },
};

/** The calls that take a mock. */
export const served = ["answered", "validated", "retried", "documented", "anonymous"];

/** The requests that were made and not sent, by API. */
export const wantedRequests = {
  "clockify-custom-field-value":
    "PUT /v1/workspaces/64a687e29ae1f428e7ebe303/users/5a0ab5acb07987125438b60f/custom-field/5e4117fe8c625f38930d57b7/value",
  "clockify-member-profile":
    "PATCH /v1/workspaces/64a687e29ae1f428e7ebe303/member-profile/5a0ab5acb07987125438b60f",
  "upsun-profile": "PATCH /profiles/3c90c3cc-0d44-4b50-8888-8dd25736052a",
  "user-profile-picture": "PATCH /api/v1/shared/users/3c90c3cc-0d44-4b50-8888-8dd25736052a/profile-picture",
  "workspace-account-profile": "PUT /api/workspace/account/profile",
};
