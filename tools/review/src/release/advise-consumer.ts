import type { Finding } from "../finding.ts";
import type { ReviewRule } from "../review-rule.ts";

/** What to do about a break, for those who call the API through its package; undefined where the change says it. */
export function adviseConsumer({ rule, after }: Pick<Finding, "rule" | "after">): string | undefined {
  if (rule === "request-enum" && Array.isArray(after) && after.length > 0 && after.length <= 12) {
    const values = after.map((value) => `\`${JSON.stringify(value).replaceAll("`", "'")}\``);
    return `Send ${values.length === 1 ? "" : "one of "}${values.join(", ")}.`;
  }
  return advice[rule];
}

const checkBeforeSending = "Check your values before you send them.";
const checkBeforeReading = "Check that it is there before you read it.";
const beReady = "Be ready for values that you have not met before.";
const askCompiler = "The compiler names every place in your code.";

const advice: { readonly [rule in ReviewRule]?: string } = {
  "operation-removed": "Take out your calls before you update.",
  "operation-renamed": "Rename your calls.",
  "path-parameter-renamed": "Pass it under its new name.",
  "parameter-added": "Pass it in every call.",
  "parameter-required": "Pass it in every call.",
  "parameter-removed": "Leave it out.",
  "parameter-serialization": "The package writes it in the new way, and your code stays as it is.",
  "request-body-added": "Send a body in every call.",
  "request-body-required": "Send a body in every call.",
  "request-body-removed": "Leave the body out.",
  "request-media-type-removed": "Send one of the media types that are left.",
  "response-media-type-removed": "Read one of the media types that are left.",
  "response-removed": "Handle the answers that are left.",
  "response-header-removed": "Do without it.",
  "response-header-required": checkBeforeReading,
  "security-requirement": "Check that your credentials are enough.",
  "security-scheme": "Check how your credentials are configured.",
  "server-removed": "Choose another server, if you named this one.",
  "callback-removed": "Do not wait for it any more.",
  "webhook-removed": "Do not wait for it any more.",
  "request-property-added": "Send it every time.",
  "request-required": "Send it every time.",
  "request-property-removed": "Leave it out.",
  "response-property-removed": "Do without it.",
  "response-required": checkBeforeReading,
  "request-default": "Send the value that you want instead of leaving it out.",
  "request-enum": checkBeforeSending,
  "request-format": checkBeforeSending,
  "request-pattern": checkBeforeSending,
  "request-min-length": checkBeforeSending,
  "request-max-length": checkBeforeSending,
  "request-minimum": checkBeforeSending,
  "request-maximum": checkBeforeSending,
  "request-multiple-of": checkBeforeSending,
  "request-min-items": checkBeforeSending,
  "request-max-items": checkBeforeSending,
  "request-unique-items": checkBeforeSending,
  "request-values": checkBeforeSending,
  "response-enum": beReady,
  "response-one-of": beReady,
  "response-any-of": beReady,
  "response-values": beReady,
  "request-type": "Send a value of the new type.",
  "response-type": "Expect a value of the new type.",
  "source-request": askCompiler,
  "source-response": askCompiler,
  "source-consumer": askCompiler,
  "source-export": askCompiler,
};
