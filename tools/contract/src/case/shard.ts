import type { Shard } from "../report/report.ts";
import { hashText } from "./hash-text.ts";

/** Whether something of this id belongs to a part of a run; everything does where there are no parts. */
export function isOfShard(id: string, shard: Shard | undefined): boolean {
  return shard === undefined || hashText(id) % shard.count === shard.index - 1;
}
