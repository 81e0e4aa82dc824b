import type { Axis } from "../change.ts";
import type { Bump, Finding } from "../finding.ts";

const order: readonly Bump[] = ["none", "patch", "minor", "major"];

/**
 * How the version has to move for the callers along one axis (Semantic Versioning 2.0.0, items 6 to 8). An approved
 * break is a break; one that was announced, or of which nothing was promised, is none.
 */
export function bumpOf(findings: readonly Finding[], axis: Axis): Bump {
  return largest(findings.filter((finding) => finding.axis === axis).map(bumpOfFinding));
}

/** The larger bump of the two axes. */
export function bumpOfReview(findings: readonly Finding[]): Bump {
  return largest(findings.map(bumpOfFinding));
}

/** Of several bumps the one that holds all the others. */
function largest(bumps: readonly Bump[]): Bump {
  return order.findLast((bump) => bumps.includes(bump)) ?? "none";
}

function bumpOfFinding({ impact, status, excuse }: Finding): Bump {
  switch (impact) {
    case "compatible":
      return "minor";
    case "note":
      return "patch";
    case "breaking":
      if (status === "suspected") return "patch";
      switch (excuse?.kind) {
        case undefined:
        case "approved":
          return "major";
        case "sunset":
        case "unstable":
          // Something is gone all the same, and those who ask for patches alone are spared it.
          return "minor";
        case "configured":
          return "patch";
      }
  }
}
