/** Standard Schema v1 (https://standardschema.dev): the part of it that a consumer reads. */
export interface StandardSchema<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "specmill";
    readonly validate: (value: unknown) => Validated<Output>;
    readonly types?: { readonly input: Output; readonly output: Output };
  };
}

type Validated<Output> =
  | {
      readonly value: Output;
      readonly issues?: undefined;
      /** What the schema does not know and lets pass, such as a new value of an enumeration in an answer. */
      readonly notes?: readonly Issue[];
    }
  | { readonly issues: readonly Issue[] };

/** One fault of a value; the message never shows the value. */
export interface Issue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** The schemas of a document's bodies, as the package's `./schemas` exports them under `operations`. */
export interface OperationSchemas {
  readonly [operationId: string]: {
    readonly body?: { readonly [mediaType: string]: StandardSchema<unknown> };
    readonly responses: {
      readonly [status: string]: { readonly [mediaType: string]: StandardSchema<unknown> };
    };
  };
}

/** `enforce` fails a call whose body does not conform; `observe` only tells of it; `off` does not look. */
export type ValidationMode = "enforce" | "observe" | "off";

/** How a client checks bodies. */
export interface ValidationOptions {
  /**
   * What is sent.
   *
   * @default "enforce"
   */
  readonly requests?: ValidationMode;
  /**
   * What comes.
   *
   * @default "enforce"
   */
  readonly responses?: ValidationMode;
  /** Told of every body that does not conform, and of values that the document does not know; what it throws is dropped. */
  readonly onDrift?: (drift: Drift) => void;
}

/**
 * Checks one body; it gives what makes the body unacceptable, and nothing where the body may pass.
 *
 * @param operation - the document's `operationId`
 * @param key - the answer's status as the document writes it; undefined for a request
 * @param status - the answer's status
 */
export type Validate = (
  body: unknown,
  operation: string,
  mediaType: string,
  key?: string,
  status?: number,
) => Refusal | undefined;

export interface Refusal {
  readonly issues: readonly Issue[];
  /** The issues in a line, to follow the name of the body. */
  readonly reason: string;
}

/** A body that is not what the document says. */
export interface Drift {
  /** The document's `operationId`. */
  readonly operation: string;
  readonly direction: "request" | "response";
  /** The answer's status; absent for a request. */
  readonly status?: number;
  readonly mediaType: string;
  readonly issues: readonly Issue[];
}
