/** What a package says of itself that no document tells. */
export interface PackageSettings {
  /** The npm name, such as `@specmill/upsun-profile`. */
  readonly name: string;
  /** What names are made of: `upsun-profile` gives `createUpsunProfileClient`. */
  readonly api: string;
  readonly version: string;
  /** SPDX expression; absent where the house has none. */
  readonly license?: string;
  /** URL of the repository and the package's folder in it. */
  readonly repository?: { readonly url: string; readonly directory: string };
  /** The range of `@specmill/runtime` that the generated code is written against. */
  readonly runtime: string;
  /** The document as a reader of the package knows it, such as `specs/upsun-profile/openapi.yaml`. */
  readonly source: string;
  /** Where the package is a workspace of a house: its tasks are run there. */
  readonly workspace?: Workspace;
}

export interface Workspace {
  /** The files of the document, relative to the root of the house, with `/` between. */
  readonly specFiles: readonly string[];
}
