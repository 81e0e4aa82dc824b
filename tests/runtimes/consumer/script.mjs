import process from "node:process";
import { consume } from "./consumer.mjs";

// Nothing ends this process but itself: a timer or a connection that a client forgets keeps it alive for too long.
const report = await consume(JSON.parse(process.argv[2] ?? ""));
process.stdout.write(`${JSON.stringify(report)}\n`);
