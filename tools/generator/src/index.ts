export { type ClientNames, nameClient } from "./client-names.ts";
export { type Change, formatDiff } from "./compare-output.ts";
export { type ClientSource, compileClient, emitClientSource } from "./compile-client.ts";
export { exampleArguments } from "./emit-example.ts";
export { type Generated, generateHousePackage, generateLonePackage, type Mode } from "./generate-package.ts";
export { type House, readHouse } from "./read-house.ts";
