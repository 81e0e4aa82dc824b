import type { Api } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { describeOperation } from "./describe-operation.ts";
import type { Emission } from "./emission.ts";
import { emitArguments, takesArguments } from "./emit-arguments.ts";
import { describeServer, emitDescriptors } from "./emit-descriptors.ts";
import { emitHeader } from "./emit-header.ts";
import { emitOptions, isAbsolute, needsBaseUrl } from "./emit-options.ts";
import { emitResult } from "./emit-result.ts";
import type { TypeEmitter } from "./emit-type.ts";
import { createImports } from "./imports.ts";
import { indentLines } from "./indent-lines.ts";
import { toLiteral } from "./literals.ts";
import type { PackageSettings } from "./package-settings.ts";

/** `src/client.ts`: options, the arguments and the result of each operation, the client, and its factory. */
export function emitClient(
  api: Api,
  names: ClientNames,
  types: TypeEmitter,
  settings: PackageSettings,
): string {
  const imports = createImports();
  const emission: Emission = { names, imports, types };
  const body = [
    emitOptions(api, names, imports),
    ...api.operations.flatMap((operation) => [
      ...(takesArguments(operation) === "nothing" ? [] : emitArguments(operation, emission)),
      ...emitResult(operation, emission),
    ]),
    emitInterface(api, emission),
    emitFactory(api, emission),
    ...emitDescriptors(api, emission),
  ].join("\n");
  return `${emitHeader(settings)}${imports.emit()}\n${body}`;
}

function emitInterface(api: Api, { names, imports }: Emission): string {
  const methods = api.operations.map((operation) => {
    const type = names.types.get(operation.id);
    const given = takesArguments(operation);
    const first =
      given === "nothing" ? "given?: undefined" : `given${given === "optional" ? "?" : ""}: ${type}Arguments`;
    const options = `options?: ${imports.type("CallOptions", "@specmill/runtime")}`;
    const call = imports.type("Call", "@specmill/runtime");
    const flat = `readonly ${names.methods.get(operation.id)}: ${call}<[${first}, ${options}], ${type}Result>;`;
    const broken = `readonly ${names.methods.get(operation.id)}: ${call}<\n  [${first}, ${options}],\n  ${type}Result\n>;`;
    const doc = toDocComment(describeOperation(operation, names));
    return indentLines(`\n${doc}${flat.length < 108 ? flat : broken}`, "  ");
  });
  const doc = toDocComment([`${api.title}: a method for each operation. None of them rejects.`]);
  return `${doc}export interface ${names.client} {${methods.join("\n")}\n}\n`;
}

function emitFactory(api: Api, { names, imports }: Emission): string {
  const options = `options: ${names.client}Options${needsBaseUrl(api) ? "" : " = {}"}`;
  const servers = toLiteral(api.servers.filter(isAbsolute).map(describeServer), "  ");
  const methods = api.operations.map((operation) => {
    const method = names.methods.get(operation.id);
    return `    ${method}: call(${method}Operation),\n`;
  });
  const flat = `export function ${names.factory}(${options}): ${names.client} {\n`;
  const broken = `export function ${names.factory}(\n  ${options},\n): ${names.client} {\n`;
  return [
    toDocComment([`Makes a client of ${api.title}. It holds no connection and needs no closing.`]),
    flat.length <= 110 ? flat : broken,
    `  const call = ${imports.value("createCaller", "@specmill/runtime")}(options, ${servers});\n`,
    `  return {\n${methods.join("")}  };\n}\n`,
  ].join("");
}
