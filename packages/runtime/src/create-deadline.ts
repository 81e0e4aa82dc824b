/** What ends a piece of work before it ends by itself: a signal, a time, or both. */
export interface Deadline {
  /** Aborted when the work is to end; undefined where nothing can end it. */
  readonly signal: AbortSignal | undefined;
  /** When time is up, in milliseconds of the platform's clock. */
  readonly ends: number;
  /** Rejects with the signal's reason as soon as it is aborted, whether the work heeds the signal or not. */
  race<Result>(work: Promise<Result>): Promise<Result>;
  /** Lets go of the timer and of the outer signal. */
  end(): void;
}

// A platform's timer fires at once when it is asked for more.
const longest = 2 ** 31 - 1;

/**
 * A deadline of its own within an outer one.
 *
 * @param outer - ends it as well
 * @param milliseconds - how long the work may take; for ever where it is undefined
 */
export function createDeadline(outer: AbortSignal | undefined, milliseconds: number = Infinity): Deadline {
  const ends = Date.now() + milliseconds;
  if (outer === undefined && milliseconds > longest) {
    return { signal: undefined, ends, race: (work) => work, end: () => {} };
  }
  const controller = new AbortController();
  // Platforms warn of a signal that many listen to, but not of one that many are made of.
  const signal = outer ? AbortSignal.any([outer, controller.signal]) : controller.signal;
  const late = () =>
    controller.abort(new DOMException(`no answer within ${milliseconds} ms`, "TimeoutError"));
  const timer = milliseconds > longest ? undefined : setTimeout(late, milliseconds);
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
  });
  // It may be stopped while nobody races.
  stopped.catch(() => {});
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  return {
    signal,
    ends,
    race: (work) => Promise.race([stopped, work]),
    end() {
      clearTimeout(timer);
      // What is made of a signal that lasts, and is listened to, would last as long.
      signal.removeEventListener("abort", stop);
    },
  };
}
