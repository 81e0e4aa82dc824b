import type { JudgedChange } from "./judged-change.ts";

/** What follows by rule for users of the package, proved where the compiler complains of the old name in real code. */
export function proveByConsumers(
  source: readonly JudgedChange[],
  consumers: readonly JudgedChange[],
): readonly JudgedChange[] {
  return source.map((judged) => {
    const { change, impact, status } = judged;
    const name = change.before;
    if (impact !== "breaking" || status !== "derived" || typeof name !== "string") return judged;
    const proof = consumers.find(
      (consumer) => consumer.proof?.kind === "compiler" && consumer.proof.message.includes(`'${name}'`),
    )?.proof;
    return proof === undefined ? judged : { ...judged, status: "proved", proof };
  });
}
