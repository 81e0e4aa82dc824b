import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { formatCurl } from "../src/report/format-curl.ts";
import type { WireRequest } from "../src/wire/exchange.ts";

const base = "http://127.0.0.1:4010/api";

function request(changes: Partial<WireRequest>): WireRequest {
  return { method: "GET", target: "/profiles", headers: {}, ...changes };
}

/** What curl would be given, word by word, and what would be piped into it, told by a real shell. */
function runShell(command: string): { readonly words: readonly string[]; readonly input: string } {
  const script = `curl() { printf '%s\\0' "$@"; case " $* " in *' @- '*) cat;; esac; }\n${command}`;
  const env = { SPECMILL_BEARER: "it's $HOME", SPECMILL_PASSWORD: "p w", PATH: process.env["PATH"] ?? "" };
  const printed = execFileSync("sh", ["-c", script], { env, encoding: "utf8" });
  const end = printed.lastIndexOf("@-\0");
  const input = end < 0 ? "" : printed.slice(end + 3);
  const words = (end < 0 ? printed : printed.slice(0, end + 3)).split("\0").slice(0, -1);
  return { words, input };
}

describe("a shell hands to curl", () => {
  it.each<[string, Partial<WireRequest>, readonly string[]]>([
    ["a plain target alone", {}, [`${base}/profiles`]],
    ["a method that is not GET", { method: "DELETE" }, ["-X", "DELETE", `${base}/profiles`]],
    ["HEAD as the option that does not wait for a body", { method: "HEAD" }, ["--head", `${base}/profiles`]],
    ["brackets as they are", { target: "/a?f[x]={1}" }, ["--globoff", `${base}/a?f[x]={1}`]],
    ["dots as they are", { target: "/a/../b" }, ["--path-as-is", `${base}/a/../b`]],
    ["a target that tries to leave its quotes", { target: "/a';id;'" }, [`${base}/a';id;'`]],
    ["no fragment and no blank", { target: "/a b#c\n" }, [`${base}/a%20b%23c%0A`]],
    [
      "an ampersand, a bare percent, a variable and a backquote",
      { target: "/%?a=1&b=$HOME`id`" },
      [`${base}/%?a=1&b=$HOME\`id\``],
    ],
    ["a header with quotes", { headers: { a: `it's "b"` } }, [`${base}/profiles`, "-H", `a: it's "b"`]],
    ["an empty header in the form that curl sends", { headers: { a: "" } }, [`${base}/profiles`, "-H", "a;"]],
    [
      "no second header out of a line break",
      { headers: { a: "b\r\nx: y" } },
      [`${base}/profiles`, "-H", "a: b x: y"],
    ],
    ["no header that makes it read a file", { headers: { "@/etc/passwd": "" } }, [`${base}/profiles`]],
    [
      "no header that it works out itself",
      { headers: { host: "a", "content-length": "1" } },
      [`${base}/profiles`],
    ],
    [
      "a variable for a placeholder",
      { headers: { authorization: "Bearer $SPECMILL_BEARER" } },
      [`${base}/profiles`, "-H", "authorization: Bearer it's $HOME"],
    ],
    [
      "no variable for any other dollar",
      { headers: { a: "$HOME $SPECMILL" } },
      [`${base}/profiles`, "-H", "a: $HOME $SPECMILL"],
    ],
  ])("%s", (_, changes, want) => {
    expect(runShell(formatCurl(request(changes), base)).words).toEqual(want);
  });

  it.each<[string, string, string]>([
    ["quotes of both kinds", `{"a":"it's"}`, `{"a":"it's"}`],
    ["a leading dash", "-d @/etc/passwd", "-d @/etc/passwd"],
    ["a leading at sign", "@/etc/passwd", "@/etc/passwd"],
    ["backslashes and percents", String.raw`\n %s \\`, String.raw`\n %s \\`],
    ["no text at all", "", ""],
    ["letters of any script", "héλ😀", "héλ😀"],
    ["a placeholder", '{"password":"$SPECMILL_PASSWORD"}', '{"password":"p w"}'],
    ["what would run", "$(id) `id` ; id", "$(id) `id` ; id"],
  ])("a body of %s", (_, body, want) => {
    const command = formatCurl(
      request({ method: "POST", body, headers: { "content-type": "text/plain" } }),
      base,
    );
    expect(runShell(command).words.slice(-2)).toEqual(["--data-raw", want]);
  });

  it.each<[string, string, string]>([
    ["line breaks", "a\nb\r\n\n", "a\nb\r\n\n"],
    ["control characters and quotes", "\u0007'\u001b[31m\\0", "\u0007'\u001b[31m\\0"],
    ["text that turns around", "a\u202eb\u2028", "a\u202eb\u2028"],
    ["a NUL", "a\0b1", "a\0b1"],
    ["a placeholder beside them", "\n$SPECMILL_PASSWORD\\", "\np w\\"],
  ])("a body of %s through a pipe, on one line of visible text", (_, body, want) => {
    const command = formatCurl(request({ method: "POST", body }), base);
    expect(command).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]+$/u);
    const { words, input } = runShell(command);
    expect(words.slice(-2)).toEqual(["--data-binary", "@-"]);
    expect(input).toBe(want);
  });
});

it("A body without a media type is sent without one.", () => {
  expect(formatCurl(request({ method: "POST", body: "a" }), base)).toContain("-H 'content-type:'");
});

it("A server that is known to the reader alone is a variable.", () => {
  expect(formatCurl(request({}), "$SPECMILL_TARGET")).toBe(`curl "$SPECMILL_TARGET"'/profiles'`);
});
