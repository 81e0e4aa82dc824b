import { expect, test } from "vitest";
import { buildHeaders } from "../src/build-headers.ts";
import type { HeaderValues } from "../src/client-options.ts";
import type { Arguments, Operation } from "../src/operation.ts";
import type { Credentials } from "../src/select-credentials.ts";
import { describeOperation } from "./support/operation.ts";

interface Given {
  readonly operation?: Partial<Operation>;
  readonly given?: Arguments;
  readonly mediaType?: string;
  readonly credentials?: Partial<Credentials>;
  readonly client?: HeaderValues;
  readonly call?: HeaderValues;
}

function build({ operation, given = {}, mediaType, credentials, client, call }: Given): Headers {
  const secrets = { header: [], query: [], cookie: [], secrets: [], renewable: false, ...credentials };
  return buildHeaders(describeOperation(operation), given, mediaType, secrets, client, call);
}

const cases: readonly { name: string; given: Given; want: { readonly [name: string]: string } }[] = [
  { name: "an operation that asks for nothing sends none", given: {}, want: {} },
  {
    name: "every documented media type is accepted, once",
    given: {
      operation: {
        responses: {
          200: ["application/json", "text/csv"],
          204: [],
          400: ["application/problem+json"],
          default: ["application/json"],
        },
      },
    },
    want: { accept: "application/json, text/csv, application/problem+json" },
  },
  {
    name: "the media type of the body is told",
    given: { mediaType: "application/merge-patch+json" },
    want: { "content-type": "application/merge-patch+json" },
  },
  {
    name: "a header parameter is sent as its style asks",
    given: {
      operation: {
        parameters: [
          { name: "X-Ids", in: "header" },
          { name: "X-Map", in: "header", explode: true },
        ],
      },
      given: { headers: { "X-Ids": [1, 2], "X-Map": { a: "b c", d: 3 } } },
    },
    want: { "x-ids": "1,2", "x-map": "a=b c,d=3" },
  },
  {
    name: "a header parameter that is not given is not sent",
    given: {
      operation: {
        parameters: [
          { name: "X-A", in: "header" },
          { name: "X-B", in: "header" },
          { name: "constructor", in: "header" },
        ],
      },
      given: { headers: { "X-A": undefined, "X-B": null } },
    },
    want: {},
  },
  {
    name: "an empty header parameter is sent empty",
    given: {
      operation: { parameters: [{ name: "X-A", in: "header" }] },
      given: { headers: { "X-A": "" } },
    },
    want: { "x-a": "" },
  },
  {
    name: "what the document does not know is not sent",
    given: { given: { headers: { "X-A": "a" }, cookies: { b: "c" } } },
    want: {},
  },
  {
    name: "cookies are joined, and one with nothing to write leaves no gap",
    given: {
      operation: {
        parameters: [
          { name: "a", in: "cookie" },
          { name: "b", in: "cookie" },
          { name: "c", in: "cookie" },
        ],
      },
      given: { cookies: { a: "1; x", b: [], c: "3" } },
    },
    want: { cookie: "a=1%3B%20x; c=3" },
  },
  {
    name: "a header of the client wins over the document's",
    given: {
      operation: {
        parameters: [{ name: "X-A", in: "header" }],
        responses: { 200: ["application/json"] },
      },
      given: { headers: { "X-A": "document" } },
      client: { "x-a": "client", Accept: "text/csv" },
    },
    want: { "x-a": "client", accept: "text/csv" },
  },
  {
    name: "a header of the call wins over the client's, whatever the case of its name",
    given: { client: { "X-A": "client", "X-B": "client" }, call: { "x-a": "call" } },
    want: { "x-a": "call", "x-b": "client" },
  },
  {
    name: "null takes a header away",
    given: {
      operation: { responses: { 200: ["application/json"] } },
      client: { "X-A": "client" },
      call: { "x-a": null, accept: null },
    },
    want: {},
  },
  {
    name: "a credential wins over the headers of client and call",
    given: {
      credentials: { header: [["authorization", "Bearer real"]] },
      client: { Authorization: "Bearer client" },
      call: { authorization: null },
    },
    want: { authorization: "Bearer real" },
  },
  {
    name: "credentials that travel as cookies come before the cookies of the document",
    given: {
      operation: { parameters: [{ name: "a", in: "cookie" }] },
      given: { cookies: { a: 1 } },
      credentials: { cookie: ["sid=s", "tid=t"] },
    },
    want: { cookie: "sid=s; tid=t; a=1" },
  },
  {
    name: "credentials that travel as cookies stay beside cookies of the caller",
    given: { credentials: { cookie: ["sid=s"] }, client: { cookie: "theme=dark" } },
    want: { cookie: "sid=s; theme=dark" },
  },
  {
    name: "credentials that travel as cookies stay where the caller takes cookies away",
    given: { credentials: { cookie: ["sid=s"] }, call: { cookie: null } },
    want: { cookie: "sid=s" },
  },
  {
    name: "credentials of several headers are all sent",
    given: {
      credentials: {
        header: [
          ["X-Api-Key", "a"],
          ["X-Addon-Token", "b"],
        ],
      },
    },
    want: { "x-api-key": "a", "x-addon-token": "b" },
  },
];

test.each(cases)("$name", ({ given, want }) => {
  expect(Object.fromEntries(build(given))).toEqual(want);
});

const unfit = new TypeError("a header holds a character that none can carry");

const refusals: readonly { name: string; given: Given }[] = [
  {
    name: "a line break in a credential is refused without showing it",
    given: { credentials: { header: [["X-Api-Key", "secret\r\nX-Admin: 1"]] } },
  },
  {
    name: "a credential beyond Latin-1 is refused without showing it",
    given: { credentials: { header: [["authorization", "Bearer secret€"]] } },
  },
  {
    name: "a line break in a header of the client is refused without showing it",
    given: { client: { authorization: "secret\nX" } },
  },
  {
    name: "a line break in a header of the call is refused without showing it",
    given: { call: { "x-a": "secret\0" } },
  },
  {
    name: "a line break in a header parameter is refused without showing it",
    given: {
      operation: { parameters: [{ name: "X-A", in: "header" }] },
      given: { headers: { "X-A": "secret\r\nX-Admin: 1" } },
    },
  },
  { name: "a header whose name is none is refused", given: { call: { "secret name": "a" } } },
  {
    name: "a media type with a line break is refused",
    given: { operation: { responses: { 200: ["a/b\r\nX-Admin: 1"] } } },
  },
];

test.each(refusals)("$name", ({ given }) => {
  expect(() => build(given)).toThrow(unfit);
});

test.each(["header", "cookie"] as const)("a %s parameter that nests too deep is told as such", (place) => {
  const operation = { parameters: [{ name: "a", in: place }] };
  const given = { headers: { a: { b: {} } }, cookies: { a: { b: {} } } };
  expect(() => build({ operation, given })).toThrow(new TypeError("a value nests too deep"));
});
