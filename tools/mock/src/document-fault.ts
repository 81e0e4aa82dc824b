/** What the mock would silently get wrong, and where. */
export interface DocumentFault {
  /** JSON pointer into the bundled document. */
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}
