/** The eleven kinds of promise that a document makes. */
export type ObligationClass =
  | "operation"
  | "status"
  | "media-type"
  | "parameter"
  | "request-property"
  | "response-property"
  | "value"
  | "constraint"
  | "security"
  | "example"
  | "response-header";

/** One promise of a document that some case must put to the test. */
export interface Obligation {
  /** Unique in its API and stable: `updateProfile request-property #/components/schemas/A/properties/b absent`. */
  readonly id: string;
  readonly class: ObligationClass;
  readonly operation: string;
  /** Where the document makes it. */
  readonly pointer: string;
  /** What must be seen: `present`, `absent`, `"light"`, `inside`, `outside`, `satisfied`, `violated`, … */
  readonly want: string;
}

/** A promise that need not be tested, for a while. */
export interface Exclusion {
  /** An obligation's id; `*` stands for any text. */
  readonly obligation: string;
  readonly reason: string;
  /** The last day on which it holds: `2027-06-30`. */
  readonly expires: string;
}

export interface ClassCoverage {
  readonly covered: number;
  readonly total: number;
  readonly excluded: number;
}

export interface Coverage {
  readonly classes: Readonly<Record<ObligationClass, ClassCoverage>>;
  readonly obligations: readonly CoveredObligation[];
}

export interface CoveredObligation extends Obligation {
  readonly state: "covered" | "uncovered" | "excluded";
  /** Why it is excluded. */
  readonly reason?: string;
}
