/**
 * @typedef {object} Edit - one passage of a file under another text
 * @property {string} file - relative to the house
 * @property {string} find - which has to be there exactly once
 * @property {string} put
 *
 * @typedef {object} Want - what the review has to say
 * @property {0 | 1} exit
 * @property {Readonly<Record<string, WantApi>>} apis - by name; those that are not named do not change
 * @property {readonly string[]} comment - what the comment has to hold
 *
 * @typedef {object} WantApi
 * @property {"major" | "minor" | "patch" | "none"} bump
 * @property {readonly string[]} breaking - rules of all findings that stop the merge, sorted
 * @property {readonly string[]} operations - that those findings reach, sorted
 *
 * @typedef {object} PullRequest
 * @property {string} name - of its branch
 * @property {string} title
 * @property {readonly Edit[]} edits
 * @property {Want} want
 */

const upsun = "specs/upsun-profile/openapi.yaml";
const picture = "specs/user-profile-picture/openapi.yaml";
const account = "specs/workspace-account-profile/openapi.yaml";
const shared = "specs/clockify.yaml";

/** @type {readonly PullRequest[]} */
export const pullRequests = [
  {
    name: "require-a-reason",
    title: "Ask for a reason with each new picture",
    edits: [
      {
        file: picture,
        find: `      required: [uploadId]
      properties:
`,
        put: `      required: [uploadId, reason]
      properties:
        reason:
          type: string
          description: Why the picture changes.
          examples: [A new photo]
`,
      },
    ],
    want: {
      exit: 1,
      apis: {
        "user-profile-picture": {
          bump: "major",
          breaking: ["request-property-added"],
          operations: ["updateUserProfilePicture"],
        },
      },
      comment: [
        "**1 breaking change must",
        "**wire + client source**",
        "`reason`",
        "updateUserProfilePicture",
      ],
    },
  },
  {
    name: "drop-the-tax-number",
    title: "Answer without the VAT number",
    edits: [
      {
        file: upsun,
        find: `        vat_number:
          type: string
          description: The VAT number of the user.
          examples: [FR00123456789]
        company_role:
          type: string
          description: What the user is in the company.
          examples: [Engineer]
        website_url:`,
        put: `        company_role:
          type: string
          description: What the user is in the company.
          examples: [Engineer]
        website_url:`,
      },
    ],
    want: {
      exit: 1,
      apis: {
        "upsun-profile": {
          bump: "major",
          breaking: ["response-property-removed"],
          operations: ["updateProfile"],
        },
      },
      comment: ["**1 breaking change must", "**wire + client source**", "`vat_number`", "updateProfile"],
    },
  },
  {
    name: "light-only",
    title: "Take the light interface alone",
    edits: [{ file: upsun, find: "enum: [light, dark]", put: "enum: [light]" }],
    want: {
      exit: 1,
      apis: { "upsun-profile": { bump: "major", breaking: ["request-enum"], operations: ["updateProfile"] } },
      comment: ["**1 breaking change must", "**wire + client source**", "dark", "PATCH /profiles/{userId}"],
    },
  },
  {
    name: "shorter-ids-for-all",
    title: "Cut the identifiers of both Clockify APIs to 24 digits",
    edits: [
      {
        file: shared,
        find: `      description: The identifier of the user.
      schema:
        type: string
`,
        put: `      description: The identifier of the user.
      schema:
        type: string
        maxLength: 24
`,
      },
    ],
    want: {
      exit: 1,
      apis: {
        "clockify-custom-field-value": {
          bump: "major",
          breaking: ["request-max-length"],
          operations: ["updateUserCustomFieldValue"],
        },
        "clockify-member-profile": {
          bump: "major",
          breaking: ["request-max-length"],
          operations: ["updateMemberProfile"],
        },
      },
      comment: ["**2 breaking changes must", "**wire**", "`userId`"],
    },
  },
  {
    name: "no-anonymous-callers",
    title: "Ask for a token, and call the operation what it is",
    edits: [
      { file: account, find: "  - accessToken: []\n  - {}\n", put: "  - accessToken: []\n" },
      { file: account, find: "operationId: updateAccountProfile", put: "operationId: writeAccountProfile" },
    ],
    want: {
      exit: 1,
      apis: {
        "workspace-account-profile": {
          bump: "major",
          breaking: ["operation-renamed", "security-requirement"],
          operations: ["writeAccountProfile"],
        },
      },
      comment: ["**2 breaking changes must", "**wire**", "**client source**", "writeAccountProfile"],
    },
  },
  {
    name: "a-pronoun",
    title: "Take a pronoun, for those who want to give one",
    edits: [
      {
        file: upsun,
        find: `      description: The parts of a profile to change. None of them is required.
      properties:
`,
        put: `      description: The parts of a profile to change. None of them is required.
      properties:
        pronoun:
          type: string
          description: How to speak of the user.
          examples: [she]
`,
      },
    ],
    want: {
      exit: 0,
      apis: { "upsun-profile": { bump: "minor", breaking: [], operations: [] } },
      comment: ["**Nothing breaks.**", "`pronoun`"],
    },
  },
  {
    name: "read-a-profile",
    title: "Read a profile, and not only write it",
    edits: [
      {
        file: upsun,
        find: `  /profiles/{userId}:
    patch:
`,
        put: `  /profiles/{userId}:
    get:
      operationId: getProfile
      summary: Read a user profile
      description: Answers with the profile as it is.
      tags: [User profiles]
      x-undocumented-errors: The source page documents one response, the 200.
      parameters:
        - name: userId
          in: path
          required: true
          description: The identifier of the user.
          schema:
            type: string
            format: uuid
          example: 3c90c3cc-0d44-4b50-8888-8dd25736052a
      responses:
        "200":
          description: The profile.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Profile"
              examples:
                short:
                  summary: A name alone
                  value:
                    display_name: Ada Lovelace

    patch:
`,
      },
    ],
    want: {
      exit: 0,
      apis: { "upsun-profile": { bump: "minor", breaking: [], operations: [] } },
      comment: ["**Nothing breaks.**", "getProfile"],
    },
  },
  {
    name: "more-and-looser",
    title: "Answer with a language, and take a body or none",
    edits: [
      {
        file: upsun,
        find: `      description: The profile of a user. No property is marked as always present.
      properties:
`,
        put: `      description: The profile of a user. No property is marked as always present.
      properties:
        language:
          type: string
          description: The language of the user's interfaces.
          examples: [en]
`,
      },
      {
        file: upsun,
        find: `        description: The parts of the profile to change.
        required: true
`,
        put: `        description: The parts of the profile to change.
        required: false
`,
      },
    ],
    want: {
      exit: 0,
      apis: { "upsun-profile": { bump: "minor", breaking: [], operations: [] } },
      comment: ["**Nothing breaks.**", "`language`"],
    },
  },
  {
    name: "say-it-otherwise",
    title: "Say the same in other words",
    edits: [
      {
        file: upsun,
        find: `        type:
          type: string
          enum: [user, organization]
          description: Whether the profile is that of a user or of an organization.
          examples: [user]
`,
        put: `        type:
          $ref: "#/components/schemas/ProfileKind"
`,
      },
      {
        file: upsun,
        find: `    Profile:
      type: object
`,
        put: `    ProfileKind:
      description: Whether the profile is that of a user or of an organization.
      examples: [user]
      oneOf:
        - const: organization
        - const: user
      type: string

    Profile:
      type: object
`,
      },
      {
        file: upsun,
        find: `          minLength: 3
          maxLength: 3
`,
        put: `          allOf:
            - maxLength: 3
            - minLength: 3
`,
      },
    ],
    want: {
      exit: 0,
      apis: { "upsun-profile": { bump: "minor", breaking: [], operations: [] } },
      comment: ["**Nothing breaks.**", "equivalent refactor", "ProfileKind"],
    },
  },
  {
    name: "half-a-line",
    title: "Mend a description",
    edits: [
      {
        file: picture,
        find: "      summary: Update a user's profile picture\n",
        put: "      summary: \"Update a user's profile picture\n",
      },
    ],
    want: {
      exit: 1,
      apis: { "user-profile-picture": { bump: "none", breaking: [], operations: [] } },
      comment: ["Version bump: **not compared**.", "specs/user-profile-picture/openapi.yaml"],
    },
  },
];
