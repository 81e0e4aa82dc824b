/** Headers that say nothing of an API: of HTTP itself, of browsers, of whoever stands between, of tracing. */
const known = new Set(
  `
  a-im accept accept-charset accept-ch accept-datetime accept-encoding accept-language accept-patch accept-post
  accept-ranges age allow alt-svc alt-used authentication-info authorization cache-control cache-status cdn-cache-control
  cdn-loop clear-site-data connection content-digest content-disposition content-dpr content-encoding content-language
  content-length content-location content-md5 content-range content-security-policy
  content-security-policy-report-only content-type cookie cookie2 critical-ch cross-origin-embedder-policy
  cross-origin-embedder-policy-report-only cross-origin-opener-policy cross-origin-opener-policy-report-only
  cross-origin-resource-policy date deprecation device-memory digest dnt document-policy downlink dpr early-data ect etag
  expect expect-ct expires forwarded from host http2-settings if-match if-modified-since if-none-match if-range
  if-unmodified-since im keep-alive large-allocation last-event-id last-modified link location max-forwards
  memento-datetime mime-version nel observe-browsing-topics origin origin-agent-cluster origin-isolation
  permissions-policy permissions-policy-report-only ping-from ping-to pragma prefer preference-applied priority
  proxy-authenticate proxy-authentication-info proxy-authorization proxy-connection proxy-status public-key-pins range
  referer referrer-policy refresh report-to reporting-endpoints repr-digest retry-after rtt save-data server
  server-timing service-worker-navigation-preload set-cookie set-cookie2 signature signature-input sourcemap
  speculation-rules strict-transport-security sunset supports-loading-mode surrogate-control surrogate-key te
  timing-allow-origin tk trailer transfer-encoding upgrade upgrade-insecure-requests user-agent vary via
  viewport-width want-content-digest want-repr-digest warning width www-authenticate
  baggage b3 correlation-id grpc-trace-bin request-id sentry-trace traceparent tracestate tracing-id uber-trace-id
  x-amzn-trace-id x-cloud-trace-context x-correlation-id x-ot-span-context x-request-id x-request-start x-runtime
  x-trace-id x-vercel-id
  fastly-client-ip fly-request-id true-client-ip x-aspnet-version x-aspnetmvc-version x-cache x-cache-hits
  x-client-ip x-cluster-client-ip x-content-type-options x-csrf-token x-dns-prefetch-control x-download-options
  x-envoy-upstream-service-time x-frame-options x-http-method-override x-original-uri x-permitted-cross-domain-policies
  x-powered-by x-proxy-id x-real-ip x-requested-with x-response-time x-robots-tag x-served-by x-timer x-ua-compatible
  x-varnish x-xss-protection x-xsrf-token
  `
    .trim()
    .split(/\s+/),
);

const families =
  /^(?:access-control|sec|cf|x-forwarded|x-envoy|x-b3|x-datadog|x-newrelic|x-amz-cf|x-azure|x-nf|x-github-request|ot-tracer|fastly|akamai|x-akamai)-/;

/**
 * Whether a header is one that no document need tell of.
 *
 * @param name - in lower case
 */
export function isWellKnownHeader(name: string): boolean {
  return known.has(name) || families.test(name);
}
