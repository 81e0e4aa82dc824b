import { breaches, faults } from "./watch.mjs";

// What comes below is loaded after what stands above, and so is watched from its first line.

import { consume } from "./consumer.mjs";

const place = await fetch("/place.json");
const report = await consume(await place.json()).catch((error) => {
  faults.push(String(error));
});
await fetch("/report", { method: "POST", body: JSON.stringify({ report, faults, breaches }) });
