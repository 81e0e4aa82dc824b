import { join } from "node:path";
import { measureInterleaved } from "./measure-interleaved.js";
import { startOurMock } from "./start-our-mock.js";
import { startPrism } from "./start-prism.js";

/**
 * @import { Workshop } from "./create-workshop.js"
 * @import { Row } from "./row.js"
 */

/**
 * How long it takes until our mock serves every API, against Prism with one.
 *
 * @param {Workshop} workshop
 * @param {number} rounds
 * @returns {Promise<Row>}
 */
export async function measureMockStart(workshop, rounds) {
  const document = join(await workshop.house(), "specs/upsun-profile/openapi.yaml");
  const { mock, prism } = await measureInterleaved(
    {
      mock: async () => {
        const { seconds, stop } = await startOurMock(workshop, ["--json"]);
        await stop();
        return seconds;
      },
      prism: async () => {
        const { seconds, stop } = await startPrism(workshop, document, []);
        await stop();
        return seconds;
      },
    },
    rounds,
    workshop.report,
  );
  return {
    what: "specmill mock, every API answers",
    unit: "s",
    ours: mock,
    peer: { name: "prism mock, one document", ...prism },
    bound: { kind: "at-most-peer", times: 1.2 },
  };
}
