import type { JsonValue } from "@specmill/spec";

/** A wish: values of which the first that breaks nothing but `keyword` is taken. */
export interface Wish {
  readonly name: string;
  readonly title: string;
  readonly keyword: string;
  readonly candidates: readonly JsonValue[];
}

/** Makes a wish of values for one place of the whole. */
export type MakeWish = (name: string, title: string, keyword: string, values: readonly JsonValue[]) => Wish;
