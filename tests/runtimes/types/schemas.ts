import { createUpsunProfileClient, type Profile } from "@specmill/upsun-profile";
import { createValidation, operations, Profile as profileSchema } from "@specmill/upsun-profile/schemas";
import { same } from "./same.js";

/** The interface of https://standardschema.dev, version 1, as libraries that take any schema have it. */
interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[];
    };

declare function parse<Output>(schema: StandardSchemaV1<unknown, Output>): Output;
declare function infer<Schema extends StandardSchemaV1>(
  schema: Schema,
): NonNullable<Schema["~standard"]["types"]>["output"];

export function validated(value: unknown): void {
  const result = profileSchema["~standard"].validate(value);
  if (result.issues === undefined) same<typeof result.value, Profile>();
  const parsed = parse(profileSchema);
  same<typeof parsed, Profile>();
  const inferred = infer(operations.updateProfile.responses[200]["application/json"]);
  same<typeof inferred, Profile>();
  // @ts-expect-error TS7053 or TS2339: the document knows no 204
  infer(operations.updateProfile.responses[204]);
  // @ts-expect-error TS2339: the document knows no such operation
  infer(operations.removeProfile);
}

createUpsunProfileClient({ validate: createValidation() });
createUpsunProfileClient({
  validate: createValidation({ responses: "observe", onDrift: ({ issues }) => issues.length }),
});
// @ts-expect-error TS2322 or TS2820: no such mode
createValidation({ responses: "watch" });
// @ts-expect-error TS2353: no such option
createValidation({ answers: "observe" });
// @ts-expect-error TS2322: the schemas are not yet a check
createUpsunProfileClient({ validate: operations });
