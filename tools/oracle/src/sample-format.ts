/** How strings of a format are made. */
interface FormatSamples {
  /** Different kinds of them, the typical one first. */
  readonly variants: readonly string[];
  /** Another one for each number. */
  readonly vary: (index: number) => string;
}

const pad = (index: number, length: number) => String(index).padStart(length, "0");
const day = (index: number) =>
  `20${pad(index % 90, 2)}-${pad((index % 12) + 1, 2)}-${pad((index % 28) + 1, 2)}`;
const uuid = (index: number) => `3fa85f64-5717-4562-b3fc-${index.toString(16).padStart(12, "0")}`;
const label = "abcdefghijklmnopqrstuvwxyz0123456789".repeat(2).slice(0, 63);

/** Strings of a format; undefined for a format that any string is of. */
export function samplesOfFormat(format: string): FormatSamples | undefined {
  return formats.get(format);
}

const email: FormatSamples = {
  variants: ["ada@example.com", "o'brien+test.1@mail.example.co.uk", "a@b.co"],
  vary: (index) => `user${index}@example.com`,
};
const hostname: FormatSamples = {
  variants: ["example.com", "localhost", "a-1.b2.example.co.uk", `${label}.example`],
  vary: (index) => `host${index}.example.com`,
};
const uri: FormatSamples = {
  variants: [
    "https://example.com/path",
    "http://user@example.com:8080/a/b;c?x=1&y=%20z#part",
    "urn:isbn:0451450523",
    "mailto:ada@example.com",
  ],
  vary: (index) => `https://example.com/${index}`,
};
const base64: FormatSamples = {
  variants: ["dGV4dA==", "", "AAEC/w==", "+/+/", "aGVsbG8gd29ybGQ="],
  vary: (index) => Buffer.from(`text ${index}`).toString("base64"),
};

const formats: ReadonlyMap<string, FormatSamples> = new Map<string, FormatSamples>([
  ["date", { variants: ["2024-05-17", "2024-02-29", "1970-01-01", "9999-12-31"], vary: day }],
  [
    "date-time",
    {
      variants: [
        "2024-05-17T09:30:00Z",
        "2024-02-29T23:59:59.123456Z",
        "1969-12-31T23:59:59-11:30",
        "2024-05-17T09:30:00+02:00",
      ],
      vary: (index) => `${day(index)}T09:30:${pad(index % 60, 2)}Z`,
    },
  ],
  [
    "time",
    {
      variants: ["09:30:00Z", "23:59:59.999+02:00", "00:00:00-11:30"],
      vary: (index) => `${pad(Math.floor(index / 60) % 24, 2)}:${pad(index % 60, 2)}:00Z`,
    },
  ],
  [
    "duration",
    { variants: ["PT1H30M", "P1Y2M3DT4H5M6S", "P2W", "PT0S"], vary: (index) => `PT${index + 1}S` },
  ],
  [
    "uuid",
    {
      variants: [
        "3fa85f64-5717-4562-b3fc-2c963f66afa6",
        "00000000-0000-0000-0000-000000000000",
        "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF",
      ],
      vary: uuid,
    },
  ],
  ["email", email],
  ["idn-email", email],
  ["hostname", hostname],
  ["idn-hostname", hostname],
  [
    "ipv4",
    {
      variants: ["192.0.2.1", "0.0.0.0", "255.255.255.255"],
      vary: (index) => `10.0.${Math.floor(index / 256) % 256}.${index % 256}`,
    },
  ],
  [
    "ipv6",
    {
      variants: ["2001:db8::1", "::", "2001:0db8:85a3:0000:0000:8a2e:0370:7334", "::ffff:192.0.2.1"],
      vary: (index) => `2001:db8::${((index % 65535) + 1).toString(16)}`,
    },
  ],
  ["uri", uri],
  ["url", { ...uri, variants: ["https://example.com/path", "http://example.com:8080/a?x=1#part"] }],
  ["iri", uri],
  [
    "uri-reference",
    {
      variants: ["/path", "https://example.com/path", "../a?b=c#d", "#part"],
      vary: (index) => `/path/${index}`,
    },
  ],
  ["iri-reference", { variants: ["/path", "#part"], vary: (index) => `/path/${index}` }],
  [
    "uri-template",
    { variants: ["/path/{id}", "https://example.com/{+path}{?x,y}"], vary: (index) => `/path/{id${index}}` },
  ],
  ["byte", base64],
  ["base64", base64],
  ["json-pointer", { variants: ["/a/b", "", "/a~1b/m~0n/0"], vary: (index) => `/a/${index}` }],
  ["json-pointer-uri-fragment", { variants: ["#/a/b", "#"], vary: (index) => `#/a/${index}` }],
  ["relative-json-pointer", { variants: ["0", "1/a", "2#"], vary: (index) => `${index}/a` }],
  ["regex", { variants: ["^[a-z]+$", "", "\\d{3}"], vary: (index) => `^a{${index}}$` }],
  ["iso-time", { variants: ["09:30:00", "09:30:00Z"], vary: (index) => `09:30:${pad(index % 60, 2)}` }],
  [
    "iso-date-time",
    { variants: ["2024-05-17T09:30:00", "2024-05-17 09:30:00Z"], vary: (index) => `${day(index)}T09:30:00` },
  ],
]);
