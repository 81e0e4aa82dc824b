import type { Operation } from "./operation.ts";

/** What the test kit knows of one operation: read from the document, plain data. */
export interface TestOperation extends Pick<Operation, "id" | "method" | "path" | "responses"> {
  /** The document's examples by status, media type and name. */
  readonly examples?: {
    readonly [status: string]: { readonly [mediaType: string]: { readonly [name: string]: unknown } };
  };
  /** The examples of documented headers by status and name, as they travel. */
  readonly exampleHeaders?: { readonly [status: string]: { readonly [name: string]: string } };
}
