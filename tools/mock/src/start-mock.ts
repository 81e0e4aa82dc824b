import { type Problem, sortProblems } from "@specmill/spec";
import { answerRequest } from "./answer-request.ts";
import { followChanges } from "./follow-changes.ts";
import { listen } from "./listen.ts";
import { loadApi } from "./load-api.ts";
import type { Route } from "./match-operation.ts";
import type { MockEvent } from "./mock-event.ts";

export interface MockOptions {
  /** The APIs to serve; the name of each is its path's first segment and is unique. */
  readonly apis: readonly { readonly name: string; readonly file: string }[];
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The address to listen on; `127.0.0.1` by default, which this machine alone can reach. */
  readonly host?: string;
  /** Whether to serve an API anew when one of its files changes. */
  readonly watch?: boolean;
  readonly onEvent?: (event: MockEvent) => void;
}

export interface Mock {
  /** Where the mock answers, without a final `/`. */
  readonly url: string;
  readonly apis: readonly { readonly api: string; readonly url: string }[];
  /** Absolute path of every file that is served from now. */
  readonly files: readonly string[];
  /** Ends the mock at once, requests under way included. */
  readonly close: () => Promise<void>;
}

export type StartResult =
  | { readonly kind: "started"; readonly mock: Mock }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] }
  /** The mock cannot listen where it is told to. */
  | { readonly kind: "unavailable"; readonly message: string };

const limits = { body: 10 * 1024 * 1024, deadline: 10_000 };

/**
 * Loads the APIs and serves them all on one port, each below its name.
 *
 * @returns the mock once it answers, every problem of every document, or why it cannot listen
 * @throws Error where two APIs share a name
 */
export async function startMock(options: MockOptions): Promise<StartResult> {
  const { apis, port = 0, host = "127.0.0.1", watch = false, onEvent = () => {} } = options;
  const names = apis.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two APIs are named ${twice}.`);

  const served = new Map<string, readonly Route[]>();
  const files = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  for (const { name, file } of apis) {
    const loaded = await loadApi(file);
    files.set(name, loaded.files);
    if (loaded.kind === "loaded") served.set(name, loaded.routes);
    else problems.push(...loaded.problems);
  }
  if (problems.length > 0) return { kind: "failed", problems: sortProblems(problems) };

  const listening = await listen({
    host,
    port,
    limits,
    answer: (request) => answerRequest(served, request),
    onAnswered: (answered) => onEvent({ kind: "answered", ...answered }),
  });
  if (listening.kind === "unavailable") return listening;

  const ends = (watch ? apis : []).map(({ name, file }) =>
    followChanges(file, files.get(name) ?? [], (loaded) => {
      if (loaded.kind === "failed") return onEvent({ kind: "kept", api: name, problems: loaded.problems });
      served.set(name, loaded.routes);
      files.set(name, loaded.files);
      onEvent({ kind: "reloaded", api: name });
    }),
  );
  return {
    kind: "started",
    mock: {
      url: listening.url,
      apis: names.map((api) => ({ api, url: `${listening.url}/${encodeURIComponent(api)}` })),
      get files() {
        return [...new Set([...files.values()].flat())].sort();
      },
      close: () => {
        for (const end of ends) end();
        return listening.close();
      },
    },
  };
}
