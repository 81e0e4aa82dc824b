import { type OpenApiRow, scheme, security } from "./openapi-parts.ts";

/** Edits of security. */
export const securityRows: readonly OpenApiRow[] = [
  // Security Requirement
  {
    of: "Security Requirement.{name}",
    edit: "another scheme",
    base: security({ key: [] }),
    head: security({ token: [] }),
    want: ["request security-requirement different | breaking derived | note"],
  },
  {
    of: "Security Requirement.{name}",
    edit: "a scheme more beside it",
    base: security({ key: [] }),
    head: security({ key: [], token: [] }),
    want: ["request security-requirement narrower | breaking derived | note"],
  },
  {
    of: "Security Requirement.{name}",
    edit: "an alternative more",
    base: security({ key: [] }),
    head: security({ key: [] }, { token: [] }),
    want: ["request security-requirement wider | compatible derived | note"],
  },
  {
    of: "Security Requirement.{name}",
    edit: "a scope more",
    base: security({ oauth: ["read"] }),
    head: security({ oauth: ["read", "write"] }),
    want: ["request security-requirement narrower | breaking derived | note"],
  },
  {
    of: "Security Requirement.{name}",
    edit: "a credential that nobody needs is gone",
    base: security({ key: [] }, {}),
    head: security({}),
    want: ["request security-requirement equal | note | note"],
  },
  // Security Scheme, OAuth Flows, OAuth Flow
  {
    of: "Security Scheme.type",
    edit: "another",
    ...scheme("ofType"),
    want: ["request security-scheme different | breaking derived | breaking derived"],
  },
  {
    of: "Security Scheme.description",
    edit: "another",
    ...scheme("ofDescription"),
    want: ["documentation-changed equal | note | note"],
  },
  {
    of: "Security Scheme.name",
    edit: "another",
    ...scheme("ofName"),
    want: ["request security-scheme different | breaking derived | note"],
  },
  {
    of: "Security Scheme.in",
    edit: "another",
    ...scheme("ofIn"),
    want: ["request security-scheme different | breaking derived | note"],
  },
  {
    of: "Security Scheme.scheme",
    edit: "another",
    ...scheme("ofScheme"),
    want: ["request security-scheme different | breaking derived | breaking derived"],
  },
  {
    of: "Security Scheme.bearerFormat",
    edit: "another",
    ...scheme("ofBearerFormat"),
    want: ["documentation-changed equal | note | note"],
  },
  {
    of: "Security Scheme.flows",
    edit: "one more",
    ...scheme("ofFlows"),
    want: ["request security-scheme wider | compatible derived | note"],
  },
  {
    of: "Security Scheme.openIdConnectUrl",
    edit: "another",
    ...scheme("ofOpenIdConnectUrl"),
    want: ["request security-scheme different | breaking derived | note"],
  },
  {
    of: "OAuth Flows.implicit",
    edit: "gone",
    ...scheme("ofImplicit"),
    want: ["request security-scheme narrower | breaking derived | note"],
  },
  {
    of: "OAuth Flows.password",
    edit: "gone",
    ...scheme("ofPassword"),
    want: ["request security-scheme narrower | breaking derived | note"],
  },
  {
    of: "OAuth Flows.clientCredentials",
    edit: "gone",
    ...scheme("ofClientCredentials"),
    want: ["request security-scheme narrower | breaking derived | note"],
  },
  {
    of: "OAuth Flows.authorizationCode",
    edit: "gone",
    ...scheme("ofAuthorizationCode"),
    want: ["request security-scheme narrower | breaking derived | note"],
  },
  {
    of: "OAuth Flow.authorizationUrl",
    edit: "another",
    ...scheme("ofAuthorizationUrl"),
    want: ["request security-scheme different | breaking derived | note"],
  },
  {
    of: "OAuth Flow.tokenUrl",
    edit: "another",
    ...scheme("ofTokenUrl"),
    want: ["request security-scheme different | breaking derived | note"],
  },
  {
    of: "OAuth Flow.refreshUrl",
    edit: "another",
    ...scheme("ofRefreshUrl"),
    want: ["request security-scheme different | breaking derived | note"],
  },
  {
    of: "OAuth Flow.scopes",
    edit: "one less",
    ...scheme("ofScopes"),
    want: ["request security-scheme narrower | breaking derived | note"],
  },
];
