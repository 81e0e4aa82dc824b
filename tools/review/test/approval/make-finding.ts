import type { Finding } from "../../src/finding.ts";

/** A breaking finding of which a test names what it is about. */
export function makeFinding(members: Partial<Finding> = {}): Finding {
  return {
    rule: "request-property-removed",
    axis: "wire",
    impact: "breaking",
    status: "derived",
    direction: "request",
    operations: ["updateProfile"],
    pointer: "#/components/schemas/Profile/properties/nickname",
    side: "base",
    message: "The property `nickname` is gone.",
    place: { file: "specs/profile/openapi.yaml", line: 3, column: 5 },
    fingerprint: "0123456789ab",
    ...members,
  };
}
