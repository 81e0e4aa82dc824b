/** Texts that are no more of a format, the nearest to a right one first; none for a format that asserts nothing. */
export function breakFormat(format: string, current: string): readonly string[] {
  return [
    ...(nearMisses[format] ?? []),
    ...(current === "" ? [] : [`${current} `, ` ${current}`]),
    "\u0000",
    "not one",
  ];
}

const nearMisses: Readonly<Record<string, readonly string[]>> = {
  date: ["2023-02-30", "2023-1-1"],
  "date-time": ["2023-11-07T05:31:56", "2023-11-07 05:31", "2023-13-07T05:31:56Z"],
  time: ["25:00:00Z", "05:31"],
  duration: ["P", "7 hours", "PT7.5H"],
  uuid: ["3c90c3cc-0d44-4b50-8888-8dd25736052", "3c90c3cc0d444b5088888dd25736052a-"],
  email: ["ada@", "ada.example.com", "a b@example.com"],
  hostname: ["-a.example", "a_b.example", "a..example"],
  ipv4: ["256.0.0.1", "1.2.3"],
  ipv6: ["::1::", "12345::"],
  uri: ["/relative", "no scheme", "http://[::1"],
  "uri-reference": ["http://[::1", "a b", "\\"],
  "uri-template": ["{", "/a/{b"],
  url: ["/relative", "example.com"],
  "json-pointer": ["a/b", "/~2"],
  "relative-json-pointer": ["/a", "-1"],
  regex: ["[a", "("],
  byte: ["a", "====", "!!!!"],
};
