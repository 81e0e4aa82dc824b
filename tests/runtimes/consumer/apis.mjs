import { createClockifyCustomFieldValueClient } from "@specmill/clockify-custom-field-value";
import { createValidation as createCustomFieldValueValidation } from "@specmill/clockify-custom-field-value/schemas";
import { createClockifyCustomFieldValueTestFetch } from "@specmill/clockify-custom-field-value/testing";
import { createClockifyMemberProfileClient } from "@specmill/clockify-member-profile";
import { createValidation as createMemberProfileValidation } from "@specmill/clockify-member-profile/schemas";
import { createClockifyMemberProfileTestFetch } from "@specmill/clockify-member-profile/testing";
import { createUpsunProfileClient } from "@specmill/upsun-profile";
import { createValidation as createUpsunProfileValidation } from "@specmill/upsun-profile/schemas";
import { createUpsunProfileTestFetch } from "@specmill/upsun-profile/testing";
import { createUserProfilePictureClient } from "@specmill/user-profile-picture";
import { createValidation as createPictureValidation } from "@specmill/user-profile-picture/schemas";
import { createUserProfilePictureTestFetch } from "@specmill/user-profile-picture/testing";
import { createWorkspaceAccountProfileClient } from "@specmill/workspace-account-profile";
import { createValidation as createAccountProfileValidation } from "@specmill/workspace-account-profile/schemas";
import { createWorkspaceAccountProfileTestFetch } from "@specmill/workspace-account-profile/testing";

/**
 * @import { ClientOptions, CallOptions } from "@specmill/runtime"
 *
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {number | string} status
 * @property {unknown} [data]
 * @property {Response} [response]
 * @property {Error} [error]
 *
 * @typedef {object} Client - one that calls one operation with the same arguments always
 * @property {(options?: CallOptions) => Promise<Outcome>} send
 * @property {() => Promise<Outcome>} sendRefused - a request that must not leave
 * @property {() => Promise<Request>} request - not sent
 *
 * @typedef {Omit<ClientOptions, "auth" | "server"> & { readonly baseUrl: string }} Connection
 *
 * @typedef {object} Api
 * @property {string} name
 * @property {number} success - its status
 * @property {(connection: Connection, isKnown: boolean) => Client} connect - with credentials or without
 * @property {() => NonNullable<ClientOptions["validate"]>} validation
 * @property {() => { readonly fetch: NonNullable<ClientOptions["fetch"]>, readonly requests: readonly unknown[] }} kit
 */

const user = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const workspaceId = "64a687e29ae1f428e7ebe303";

/** @type {Api} */
const customFieldValue = {
  name: "clockify-custom-field-value",
  success: 201,
  connect: (connection, isKnown) => {
    const client = createClockifyCustomFieldValueClient({
      ...connection,
      auth: isKnown ? { apiKey: "k3y" } : {},
    });
    const { updateUserCustomFieldValue: send } = client;
    const give = (/** @type {string} */ customFieldId) => ({
      path: { workspaceId, userId: "5a0ab5acb07987125438b60f", customFieldId },
      body: { value: "x" },
    });
    const given = give("5e4117fe8c625f38930d57b7");
    return {
      send: (options) => send(given, options),
      sendRefused: () => send(give("..")),
      request: () => send.request(given),
    };
  },
  validation: () => createCustomFieldValueValidation(),
  kit: createClockifyCustomFieldValueTestFetch,
};

/** @type {Api} */
const memberProfile = {
  name: "clockify-member-profile",
  success: 200,
  connect: (connection, isKnown) => {
    const client = createClockifyMemberProfileClient({
      ...connection,
      auth: isKnown ? { addonToken: () => "t0ken" } : {},
    });
    const { updateMemberProfile: send } = client;
    const give = (/** @type {string} */ userId) => ({ path: { workspaceId, userId }, body: { name: "Ada" } });
    const given = give("5a0ab5acb07987125438b60f");
    return {
      send: (options) => send(given, options),
      sendRefused: () => send(give(".")),
      request: () => send.request(given),
    };
  },
  validation: () => createMemberProfileValidation(),
  kit: createClockifyMemberProfileTestFetch,
};

/** @type {Api} */
const upsunProfile = {
  name: "upsun-profile",
  success: 200,
  connect: (connection, isKnown) => {
    const client = createUpsunProfileClient({ ...connection, auth: isKnown ? { bearer: "t0ken" } : {} });
    const { updateProfile: send } = client;
    const give = (/** @type {string} */ userId) => ({ path: { userId }, body: { display_name: "Ada" } });
    return {
      send: (options) => send(give(user), options),
      sendRefused: () => send(give("..")),
      request: () => send.request(give(user)),
    };
  },
  validation: () => createUpsunProfileValidation(),
  kit: createUpsunProfileTestFetch,
};

/** @type {Api} */
const profilePicture = {
  name: "user-profile-picture",
  success: 200,
  connect: (connection, isKnown) => {
    const client = createUserProfilePictureClient({
      ...connection,
      auth: isKnown ? { bearer: async () => "t0ken" } : {},
    });
    const { updateUserProfilePicture: send } = client;
    const give = (/** @type {string} */ id) => ({ path: { user_id: id }, body: { uploadId: null } });
    return {
      send: (options) => send(give(user), options),
      sendRefused: () => send(give("")),
      request: () => send.request(give(user)),
    };
  },
  validation: () => createPictureValidation(),
  kit: createUserProfilePictureTestFetch,
};

// Its one path has no parameters, so what must not leave is a body that JSON cannot hold.
const unspeakable = /** @type {never} */ (/** @type {unknown} */ (1n));

/** @type {Api} */
const accountProfile = {
  name: "workspace-account-profile",
  success: 200,
  connect: (connection, isKnown) => {
    const client = createWorkspaceAccountProfileClient({
      ...connection,
      auth: isKnown ? { bearer: "t0ken" } : {},
    });
    const { updateAccountProfile: send } = client;
    const given = { body: { FirstName: "Ada" } };
    return {
      send: (options) => send(given, options),
      sendRefused: () => send({ body: { FirstName: unspeakable } }),
      request: () => send.request(given),
    };
  },
  validation: () => createAccountProfileValidation(),
  kit: createWorkspaceAccountProfileTestFetch,
};

export const apis = [customFieldValue, memberProfile, upsunProfile, profilePicture, accountProfile];
