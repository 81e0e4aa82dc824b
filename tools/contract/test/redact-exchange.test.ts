import { describe, expect, it } from "vitest";
import { redactExchange, redactText, type Secrets } from "../src/report/redact-exchange.ts";
import type { Exchange } from "../src/wire/exchange.ts";

const secrets: Secrets = {
  names: ["X-Api-Key", "api_key", "session", "userToken"],
  sensitive: ["password", "apiToken"],
  path: "/users/{userToken}/profile",
};

const secret = "s3cr3t-value";

function exchange(
  request: Partial<Exchange["request"]>,
  response: Partial<Exchange["response"]> = {},
): Exchange {
  return {
    request: { method: "POST", target: "/profiles", headers: {}, ...request },
    response: { status: 200, headers: {}, body: "", ...response },
  };
}

describe("No secret is left", () => {
  it.each<[string, Exchange, string]>([
    ["of a bearer", exchange({ headers: { authorization: `Bearer ${secret}` } }), "Bearer $SPECMILL_BEARER"],
    [
      "of basic",
      exchange({ headers: { authorization: `Basic ${btoa(`ann:${secret}`)}` } }),
      "Basic $SPECMILL_BASIC",
    ],
    ["of an unknown scheme", exchange({ headers: { Authorization: secret } }), "$SPECMILL_AUTHORIZATION"],
    ["of a key in a header", exchange({ headers: { "x-api-key": secret } }), "$SPECMILL_X_API_KEY"],
    [
      "of cookies",
      exchange({ headers: { cookie: `a=${secret}; session=${secret}` } }),
      "a=$SPECMILL_COOKIE_A; session=$SPECMILL_COOKIE_SESSION",
    ],
    ["of a cookie without a name", exchange({ headers: { cookie: secret } }), "$SPECMILL_COOKIE"],
    [
      "of a cookie that is set",
      exchange({}, { headers: { "set-cookie": `s=${secret}; Path=/; HttpOnly` } }),
      "s=$SPECMILL_COOKIE_S; Path=/; HttpOnly",
    ],
    ["of a query", exchange({ target: `/a?b=1&API_KEY=${secret}` }), "/a?b=1&API_KEY=$SPECMILL_API_KEY"],
    [
      "of a query with an escaped name",
      exchange({ target: `/a?api%5Fkey=${secret}` }),
      "/a?api%5Fkey=$SPECMILL_API_KEY",
    ],
    [
      "of an object in a query",
      exchange({ target: `/a?filter[password]=${secret}` }),
      "/a?filter[password]=$SPECMILL_FILTER_PASSWORD",
    ],
    [
      "of a path",
      exchange({ target: `/users/${secret}/profile?a=1` }),
      "/users/$SPECMILL_USERTOKEN/profile?a=1",
    ],
    [
      "of a body",
      exchange({ body: JSON.stringify({ a: [{ password: secret }] }) }),
      '{"a":[{"password":"$SPECMILL_PASSWORD"}]}',
    ],
    [
      "of an object under a sensitive name",
      exchange({ body: JSON.stringify({ apiToken: { b: secret } }) }),
      '{"apiToken":"$SPECMILL_APITOKEN"}',
    ],
    [
      "of a name in other letters",
      exchange({ body: JSON.stringify({ PassWord: secret }) }),
      '{"PassWord":"$SPECMILL_PASSWORD"}',
    ],
    ["of a form", exchange({ body: `a=1&password=${secret}` }), "a=1&password=$SPECMILL_PASSWORD"],
    ["of a body that is not well-formed", exchange({ body: `{"password":"${secret}"` }), "$SPECMILL_BODY"],
    [
      "of an answer",
      exchange({}, { body: JSON.stringify({ password: secret }) }),
      '{"password":"$SPECMILL_PASSWORD"}',
    ],
    [
      "that the server sends back",
      exchange({ headers: { "x-api-key": secret } }, { body: `<p>${secret}</p>` }),
      "<p>$SPECMILL_X_API_KEY</p>",
    ],
    [
      "that the server sends back decoded",
      exchange({ headers: { authorization: `Basic ${btoa(`ann:${secret}`)}` } }, { body: secret }),
      "$SPECMILL_PASSWORD",
    ],
  ])("%s.", (_, given, want) => {
    const shown = redactExchange(given, secrets).exchange;
    const texts = [
      shown.request.target,
      ...Object.values(shown.request.headers),
      shown.request.body ?? "",
      ...Object.values(shown.response.headers),
      shown.response.body,
    ];
    expect(texts).toContain(want);
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(JSON.stringify(shown)).not.toContain(btoa(secret));
  });
});

it("What is no secret stays byte for byte.", () => {
  const given = exchange(
    { target: "/a?b=%20&c", headers: { accept: "*/*" }, body: '{ "a": 1.0 }' },
    { headers: { etag: '"1"' }, body: '{"b":1e2, "b":2}' },
  );
  expect(redactExchange(given, secrets).exchange).toEqual(given);
});

it("An empty credential stays, since it tells nothing and is what the case is about.", () => {
  const given = exchange({ headers: { "x-api-key": "" }, target: "/a?api_key=" });
  expect(redactExchange(given, secrets).exchange).toEqual(given);
});

it("What was redacted once is not redacted twice.", () => {
  const given = exchange({
    target: `/a?api_key=${secret}`,
    headers: { authorization: `Bearer ${secret}`, cookie: `a=${secret}` },
    body: JSON.stringify({ password: secret }),
  });
  const once = redactExchange(given, secrets).exchange;
  expect(redactExchange(once, secrets).exchange).toEqual(once);
});

it("A message is told without what was removed.", () => {
  const { removed } = redactExchange(exchange({ headers: { "x-api-key": secret } }), secrets);
  expect(redactText(`sent ${secret} twice: ${secret}`, removed)).toBe(
    "sent $SPECMILL_X_API_KEY twice: $SPECMILL_X_API_KEY",
  );
});
