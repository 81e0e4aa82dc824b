/**
 * Whose turn it is. Without a turn, the first option is taken wherever there is a choice: that makes the typical value.
 */
export type Turn = number | undefined;

/** A small number that the same text always gives (FNV-1a), so that choices side by side do not go in step. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Takes the option whose turn it is: in as many turns as the cycle is long, every option has been there. What has to be
 * chosen within the option gets a turn of its own, which counts how often that option was taken before; so a choice
 * within a choice sees all of its options, too.
 *
 * @param cycle - the options by number, in the order of their turns; one may be there more than once
 * @param salt - where in the cycle the first turn is
 */
export function choose(
  cycle: readonly number[],
  turn: Turn,
  salt: number,
): { readonly option: number; readonly turn: Turn } {
  const first = cycle[0] ?? 0;
  if (turn === undefined || cycle.length === 0) return { option: first, turn };
  const at = turn + (salt % cycle.length);
  const position = at % cycle.length;
  const option = cycle[position] ?? first;
  const countIn = (part: readonly number[]) => part.filter((one) => one === option).length;
  return {
    option,
    turn: Math.floor(at / cycle.length) * countIn(cycle) + countIn(cycle.slice(0, position)),
  };
}

/** Takes one of the members of a list, each in its turn; undefined where the list is empty. */
export function chooseOne<T>(members: readonly T[], turn: Turn, salt: number): T | undefined {
  return members[turn === undefined ? 0 : (turn + salt) % members.length];
}

/**
 * Takes one of the lengths of a list, each in its turn. The members of all lists that were made before are counted in
 * `from`, so that the next member has the next turn.
 */
export function chooseLength(
  lengths: readonly number[],
  turn: Turn,
  salt: number,
): { readonly length: number; readonly from: Turn } {
  if (turn === undefined || lengths.length === 0) return { length: lengths[0] ?? 0, from: undefined };
  const at = turn + (salt % lengths.length);
  const position = at % lengths.length;
  const sum = (part: readonly number[]) => part.reduce((total, length) => total + length, 0);
  return {
    length: lengths[position] ?? 0,
    from: Math.floor(at / lengths.length) * sum(lengths) + sum(lengths.slice(0, position)),
  };
}

/** A choice between what is there and what is not, or null: the latter once in three turns. */
export const usually: readonly number[] = [0, 1, 0];
