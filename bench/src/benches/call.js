import { assertSameCalls } from "../assert-same-calls.js";
import { createCallers } from "../create-callers.js";
import { toFigure } from "../row.js";
import { timeCalls } from "../time-calls.js";

/** @import { Bench } from "./index.js" */

const size = { calls: 10_000, batch: 50 };

/** @type {Bench} */
export const call = {
  name: "call",
  summary: "what a call costs over bare fetch, of an in-memory server, against openapi-fetch",
  isUsual: true,
  async measure(workshop, rounds = 7) {
    const callers = await createCallers(workshop);
    await assertSameCalls(callers, answer);
    const fetch = async () => answer();
    const subjects = {
      bare: callers.bare(fetch),
      peer: callers.peer(fetch),
      ours: callers.ours(fetch),
    };
    const time = () => timeCalls(subjects, size, () => performance.now());
    workshop.report("warming up");
    await time();
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const peer = [];
    for (let round = 1; round <= rounds; round++) {
      workshop.report(`round ${round} of ${rounds}`);
      const medians = await time();
      ours.push(medians.ours - medians.bare);
      peer.push(medians.peer - medians.bare);
    }
    return [
      {
        what: "a call, over bare fetch",
        unit: "µs",
        ours: toFigure(ours),
        peer: { name: "openapi-fetch", ...toFigure(peer) },
        bound: { kind: "at-most-peer", times: 1, allowance: 15 },
      },
    ];
  },
};

const profile = JSON.stringify({
  id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
  display_name: "Ada Lovelace",
  email: "ada@example.com",
  username: "ada",
  marketing: false,
  ui_colorscheme: "dark",
  created_at: "2026-01-02T03:04:05Z",
});

/** A response can be read once, so each call gets one of its own. */
function answer() {
  return new Response(profile, { status: 200, headers: { "content-type": "application/json" } });
}
