import type { Api } from "@specmill/spec";
import type { ClientNames } from "./client-names.ts";
import { toDocComment } from "./comments.ts";
import { describeOperation } from "./describe-operation.ts";
import { emitArguments, takesArguments } from "./emit-arguments.ts";
import { describeServer, emitDescriptors } from "./emit-descriptors.ts";
import { emitHeader } from "./emit-header.ts";
import { emitOptions, isAbsolute, needsBaseUrl } from "./emit-options.ts";
import { emitResult } from "./emit-result.ts";
import { createImports, type Imports } from "./imports.ts";
import { toLiteral } from "./literals.ts";
import type { PackageSettings } from "./package-settings.ts";

/** `src/client.ts`: options, the arguments and the result of each operation, the client, and its factory. */
export function emitClient(api: Api, names: ClientNames, settings: PackageSettings): string {
  const imports = createImports();
  const body = [
    emitOptions(api, names, imports),
    ...api.operations.flatMap((operation) => [
      ...(takesArguments(operation) === "nothing" ? [] : [emitArguments(operation, names, imports)]),
      emitResult(operation, names, imports),
    ]),
    emitInterface(api, names, imports),
    emitFactory(api, names, imports),
    ...emitDescriptors(api, names, imports),
  ].join("\n");
  return `${emitHeader(settings)}${imports.emit()}\n${body}`;
}

function emitInterface(api: Api, names: ClientNames, imports: Imports): string {
  const methods = api.operations.map((operation) => {
    const type = names.types.get(operation.id);
    const given = takesArguments(operation);
    const first =
      given === "nothing" ? "given?: undefined" : `given${given === "optional" ? "?" : ""}: ${type}Arguments`;
    const options = `options?: ${imports.type("CallOptions", "@specmill/runtime")}`;
    const signature = `${names.methods.get(operation.id)}(${first}, ${options}): Promise<${type}Result>;`;
    return `${toDocComment(describeOperation(operation), "  ")}  ${signature}\n`;
  });
  const doc = toDocComment([`${api.title}: a method for each operation. None of them rejects.`]);
  return `${doc}export interface ${names.client} {\n${methods.join("\n")}}\n`;
}

function emitFactory(api: Api, names: ClientNames, imports: Imports): string {
  const options = `options: ${names.client}Options${needsBaseUrl(api) ? "" : " = {}"}`;
  const servers = toLiteral(api.servers.filter(isAbsolute).map(describeServer), "  ");
  const methods = api.operations.map((operation) => {
    const method = names.methods.get(operation.id);
    return `    ${method}: (given, options) => call(${method}Operation, given, options),\n`;
  });
  return [
    toDocComment([`Makes a client of ${api.title}. It holds no connection and needs no closing.`]),
    `export function ${names.factory}(${options}): ${names.client} {\n`,
    `  const call = ${imports.value("createCaller", "@specmill/runtime")}(options, ${servers});\n`,
    `  return {\n${methods.join("")}  };\n}\n`,
  ].join("");
}
