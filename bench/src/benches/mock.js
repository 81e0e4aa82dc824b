import { measureMockLoad } from "../measure-mock-load.js";
import { measureMockStart } from "../measure-mock-start.js";

/** @import { Bench } from "./index.js" */

/** @type {Bench} */
export const mock = {
  name: "mock",
  summary: "`specmill mock`, its start and its requests a second, against the Prism CLI",
  isUsual: true,
  async measure(workshop, rounds = 5) {
    return [await measureMockStart(workshop, rounds), ...(await measureMockLoad(workshop, rounds))];
  },
};
