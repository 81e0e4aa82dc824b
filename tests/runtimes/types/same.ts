type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? [] : [never];

/** Compiles only where both types are the same; one that is `any` is the same as no other. */
export function same<A, B>(..._: Same<A, B>): void {}
