import type { LoadedDocument } from "@specmill/spec";
import type { Regression } from "./case/regression.ts";
import type { ContractSettings } from "./obligation/read-settings.ts";
import type { Shard } from "./report/report.ts";
import type { Upstream } from "./upstream/upstream.ts";
import type { Exchange } from "./wire/exchange.ts";

/** What a run is about, all of it read. */
export interface Subject {
  readonly api: string;
  readonly loaded: LoadedDocument;
  /** The path of the document as people of the repository know it. */
  readonly file: string;
  /** The JavaScript of the generated client; calls are written by the document alone where there is none. */
  readonly client?: string;
  readonly settings: ContractSettings;
  readonly regressions: readonly Regression[];
  /** What hand-written tests sent and got. */
  readonly recorded: readonly Exchange[];
  /** What the repository has reached before, and means to keep. */
  readonly lock?: { readonly file: string; readonly text: string };
  /** Today's date, by which exclusions expire: `2027-06-30`. */
  readonly today: string;
}

/** How a run goes. */
export interface RunOptions {
  /** Whether to put faults into the document and the client, and how long that may take. */
  readonly mutate?: { readonly hasTime: () => boolean };
  readonly shard?: Shard;
  /** A server to try instead of the mock. */
  readonly upstream?: Upstream;
  readonly onProgress: (text: string) => void;
}
