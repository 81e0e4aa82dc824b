import type { Api } from "@specmill/spec";
import { heading } from "./describe-operation.ts";
import { type DocRow, type Fact, value, words } from "./doc-row.ts";

/** What documentation tells of an API as a whole. */
export function describeApi({
  title,
  version,
  summary,
  description,
  servers,
  securitySchemes,
}: Api): readonly DocRow[] {
  const text = [summary, description].flatMap((part) => part ?? []).join("\n\n");
  return [
    {
      key: "itself",
      kind: "words",
      label: title,
      facts: [words("version"), value(version)],
      ...(text !== "" && { description: text }),
      pointers: ["#/info"],
      children: [],
    },
    heading(
      "Servers",
      { pointers: ["#/servers"] },
      servers.map(
        ({ url, description: about, variables }): DocRow => ({
          key: url,
          kind: "name",
          label: url,
          facts: variables.flatMap((variable): readonly Fact[] => [
            value(`{${variable.name}}`),
            words("by default"),
            value(variable.default),
            ...(variable.values === undefined ? [] : [words("one of"), ...variable.values.map(value)]),
          ]),
          ...(about !== undefined && { description: about }),
          pointers: [],
          children: [],
        }),
      ),
    ),
    heading(
      "Security schemes",
      { pointers: ["#/components/securitySchemes", "#/security"] },
      securitySchemes.map(
        (scheme): DocRow => ({
          key: scheme.name,
          kind: "name",
          label: scheme.name,
          facts: describeScheme(scheme),
          ...(scheme.description !== undefined && { description: scheme.description }),
          pointers: [`#/components/securitySchemes/${scheme.name}`],
          children: [],
        }),
      ),
    ),
  ];
}

function describeScheme(scheme: Api["securitySchemes"][number]): readonly Fact[] {
  switch (scheme.kind) {
    case "apiKey":
      return [words(`key in ${scheme.in}`), value(scheme.parameter)];
    case "basic":
      return [words("user name and password")];
    case "bearer":
      return [
        words("bearer token"),
        ...(scheme.flows ?? []).flatMap(({ kind, scopes }) => [
          words(`by ${kind}`),
          ...Object.keys(scopes).map(value),
        ]),
      ];
    case "unsupported":
      return [words(scheme.type)];
  }
}
