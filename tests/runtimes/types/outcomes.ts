import { createUpsunProfileClient, type Profile, unwrap } from "@specmill/upsun-profile";
import type {
  ProblemDetails,
  ProfileEnvelope,
  UpdateAccountProfileResult,
} from "@specmill/workspace-account-profile";
import { same } from "./same.js";

declare const result: UpdateAccountProfileResult;

// Each status has its own data.
if (result.ok) {
  same<typeof result.status, 200>();
  same<typeof result.data, ProfileEnvelope>();
  same<typeof result.mediaType, "application/json">();
}
if (result.status === 400 || result.status === 404) {
  same<typeof result.ok, false>();
  same<typeof result.data, ProfileEnvelope>();
}
if (result.status === 403) same<typeof result.data, ProblemDetails>();

// What the document does not know is never taken for something that it does.
if (result.status === "undocumented") {
  same<typeof result.data, unknown>();
  same<typeof result.response, Response>();
}
// @ts-expect-error TS2367: 401 is not documented, so no member has it
if (result.status === 401) same<typeof result, never>();
// @ts-expect-error TS2339: without a look at the status there may be no data
same<typeof result.data, unknown>();

// Failures tell why, and have no data.
if (result.status === "network" || result.status === "timeout" || result.status === "aborted") {
  same<typeof result.error.message, string>();
  // @ts-expect-error TS2339
  same<typeof result.data, unknown>();
}

export function describeAll(outcome: UpdateAccountProfileResult): string {
  switch (outcome.status) {
    case 200:
      return "written";
    case 400:
    case 404:
      return String(outcome.data.Errors?.length);
    case 403:
      return outcome.data.title ?? "forbidden";
    case "undocumented":
      return `undocumented ${outcome.response.status}`;
    case "invalid-response":
    case "invalid-request":
    case "network":
    case "timeout":
    case "aborted":
      return outcome.error.message;
  }
}

export function describeSome(outcome: UpdateAccountProfileResult): string {
  switch (outcome.status) {
    case 200:
      return "written";
    case 400:
    case 404:
    case "undocumented":
    case "invalid-response":
    case "invalid-request":
    case "network":
    case "timeout":
    case "aborted":
      return "not written";
    default: {
      // @ts-expect-error TS2322: the 403 is left
      const rest: never = outcome;
      return rest;
    }
  }
}

// @ts-expect-error TS2366: nothing is returned for the 403
export function describeFew(outcome: UpdateAccountProfileResult): string {
  switch (outcome.status) {
    case 200:
      return "written";
    case 400:
    case 404:
    case "undocumented":
    case "invalid-response":
    case "invalid-request":
    case "network":
    case "timeout":
    case "aborted":
      return "not written";
  }
}

const client = createUpsunProfileClient();
const path = { userId: "3c90c3cc-0d44-4b50-8888-8dd25736052a" };

export async function unwrapped(): Promise<void> {
  const data = unwrap(await client.updateProfile({ path, body: {} }));
  same<typeof data, Profile>();
  same<typeof data.email, string | undefined>();
}
