/**
 * What the types of two packages are compared with. All of it is of objects made anew: an interface and a type of the
 * same members are not the same to an index signature.
 */
export const prelude = `declare const brand: unique symbol;
interface Branded<Name> { readonly [brand]: Name }

/** What stands for an optional member that is not there. */
export type Absent = Branded<"absent">;
/** What no value of a member that is gone can be. */
export type Gone = Branded<"gone">;
/** What the compiler knows nothing of. */
export type Opaque<Side = "either"> = Branded<["opaque", Side]>;

type Leaf = string | number | bigint | boolean | symbol | null | undefined | Date | Blob | BufferSource | Branded<unknown>;
type Given<T> = Exclude<T, undefined>;
type OptionalMark<T, K extends keyof T> = {} extends Pick<T, K> ? Absent : never;

/** The same type of objects without a name. */
export type Plain<T> = 0 extends 1 & T ? T
  : T extends Leaf ? T
  : T extends readonly unknown[] ? { [K in keyof T]: Plain<T[K]> }
  : T extends object ? { [K in keyof T]: Plain<Given<T[K]>> }
  : T;

/** Every optional member required, or absent: so that one that is gone is missed. */
export type Exact<T> = 0 extends 1 & T ? T
  : T extends Leaf ? T
  : T extends readonly unknown[] ? { [K in keyof T]: Exact<T[K]> }
  : T extends object ? { [K in keyof T]-?: Exact<Given<T[K]>> | OptionalMark<T, K> }
  : T;

type KeysOf<T> = T extends readonly unknown[] ? never : T extends object ? keyof T : never;
type At<T, K> = T extends readonly unknown[] ? never : T extends object ? K extends keyof T ? Given<T[K]> : never : never;
type ItemOf<T> = T extends readonly (infer Item)[] ? Item : never;

/** \`New\` without a place for a member of \`Old\` that \`New\` does not know. */
export type Closed<New, Old, All = New> = 0 extends 1 & New ? New
  : New extends Leaf ? New
  : New extends readonly unknown[] ? { [K in keyof New]: Closed<New[K], ItemOf<Old>> }
  : New extends object ? { [K in keyof New]: Closed<Given<New[K]>, At<Old, K>> } & { [K in Exclude<KeysOf<Old>, KeysOf<All>>]?: Gone }
  : New;

/** What the compiler knows nothing of, marked, so that it is like nothing but itself; at the root, like nothing at all. */
export type Marked<T, Side> = unknown extends T ? Opaque<Side> : [T] extends [never] ? Opaque<Side> : Mark<T>;
type Mark<T> = unknown extends T ? Opaque
  : [T] extends [never] ? Opaque
  : T extends Leaf ? T
  : T extends readonly unknown[] ? { [K in keyof T]: Mark<T[K]> }
  : T extends object ? { [K in keyof T]: Mark<Given<T[K]>> }
  : T;
`;

/** What of the platform the generated types name: nothing is asked of it but that it is itself. */
export const platform = `declare const platform: unique symbol;
interface Blob { readonly [platform]: "Blob" }
interface BufferSource { readonly [platform]: "BufferSource" }
declare var Blob: { readonly prototype: Blob };
`;

/** What of the runtime the types of operations name. How a call can fail is the same whatever a document says. */
export const runtime = `export interface Documented<Ok, Status, Data, Headers = object, MediaType = undefined> {
  readonly ok: Ok;
  readonly status: Status;
  readonly data: Data;
  readonly headers: Headers;
  readonly mediaType: MediaType;
}
export type Failure = never;
`;
