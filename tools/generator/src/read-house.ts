import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { isJsonObject, type JsonObject, type LoadedDocument } from "@specmill/spec";
import type { PackageSettings } from "./package-settings.ts";

/** What a house adds to the packages of its APIs. */
export interface House {
  /** Absolute path of the folder that holds `specs/` and `packages/`. */
  readonly root: string;
  readonly license?: string;
  readonly repository?: string;
  readonly licenseText?: string;
}

/** Reads the `package.json` and the `LICENSE` at the root of a house. */
export async function readHouse(root: string): Promise<House> {
  const manifest = await readJson(join(root, "package.json"));
  const repository = manifest["repository"];
  const url = isJsonObject(repository) ? repository["url"] : repository;
  const licenseText = await readText(join(root, "LICENSE"));
  return {
    root,
    ...(typeof manifest["license"] === "string" && { license: manifest["license"] }),
    ...(typeof url === "string" && { repository: url }),
    ...(licenseText !== undefined && { licenseText }),
  };
}

/** The changelog that people keep beside a spec; undefined where they keep none. */
export function readChangelog(house: House, api: string): Promise<string | undefined> {
  return readText(join(house.root, "specs", api, "CHANGELOG.md"));
}

/** The settings of an API's package within its house. */
export function describeHousePackage(
  house: House,
  api: string,
  loaded: LoadedDocument,
  changelog: string | undefined,
): PackageSettings {
  const specFiles = loaded.files.map((file) => toHousePath(house, file));
  return {
    name: `@specmill/${api}`,
    api,
    version: newestVersion(changelog),
    runtime: runtimeRange(),
    source: toHousePath(house, loaded.file),
    workspace: { specFiles },
    ...(house.license !== undefined && { license: house.license }),
    ...(house.repository !== undefined && {
      repository: { url: house.repository, directory: `packages/${api}` },
    }),
  };
}

/** The range of `@specmill/runtime` that generated code is written against: what this version of Specmill came with. */
export function runtimeRange(): string {
  const manifest: unknown = createRequire(import.meta.url)("@specmill/runtime/package.json");
  if (!isJsonObject(manifest)) throw new Error("The package.json of @specmill/runtime holds no object.");
  return `^${String(manifest["version"])}`;
}

/** The version of the newest entry of a changelog, which is its first. */
function newestVersion(changelog = ""): string {
  return /^## (\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)\s*$/m.exec(changelog)?.[1] ?? "0.1.0";
}

function toHousePath(house: House, file: string): string {
  return relative(house.root, file).replaceAll("\\", "/");
}

async function readJson(file: string): Promise<JsonObject> {
  const text = await readText(file);
  const value: unknown = text === undefined ? {} : JSON.parse(text);
  return isJsonObject(value) ? value : {};
}

function readText(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
