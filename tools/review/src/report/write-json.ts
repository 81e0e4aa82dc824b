import type { Finding } from "../finding.ts";
import type { ApiReview, Review } from "../review.ts";

/** What `review --json` prints: one JSON document, `{ "apis": [...], "problems": [...] }`. */
export function writeJson({ base, head, apis, problems }: Review): string {
  return `${JSON.stringify({ base, head, apis: apis.map(describeApi), problems }, undefined, 2)}\n`;
}

/** All but the documents and the API reports, which are inputs. */
function describeApi({
  api,
  kind,
  formerName,
  file,
  bump,
  wire,
  source,
  findings,
  lint,
  consumers,
}: ApiReview) {
  return {
    api,
    kind,
    formerName,
    file,
    bump,
    wire,
    source,
    findings: findings.map(describeFinding),
    lint,
    consumers,
  };
}

/** Key by key, so that the order does not depend on who made the finding. */
function describeFinding(finding: Finding) {
  const { rule, axis, impact, status, operations, pointer, message, proof } = finding;
  const { side, direction, before, after, place, fingerprint, excuse } = finding;
  return {
    rule,
    axis,
    impact,
    status,
    operations,
    pointer,
    message,
    proof,
    side,
    direction,
    before,
    after,
    place,
    fingerprint,
    excuse,
  };
}
