import { type JsonValue, joinPointer, type MediaType, type Operation, type Response } from "@specmill/spec";
import {
  HttpOperationSecurityDeclarationTypes,
  HttpParamStyles,
  type IHttpHeaderParam,
  type IHttpOperation,
  type IHttpOperationResponse,
  type IMediaTypeContent,
  type INodeExample,
} from "@stoplight/types";
import type { MakeSample, SampleOptions } from "./make-samples.ts";
import { writeSimple } from "./write-headers.ts";

/** How the body and the headers of an answer come about. */
export interface Answering {
  readonly makeSample: MakeSample;
  /** Set where they are to be made up even where there are examples. */
  readonly options: SampleOptions | undefined;
}

/**
 * An operation as Prism wants it, to choose an answer from: without its request, which is validated before, and with a
 * value for each body, made when it is chosen. Schemas stay out, for Prism would resolve and compile what it is given.
 */
export function toPrismOperation(operation: Operation, answering: Answering): IHttpOperation {
  return {
    id: operation.id,
    method: operation.method,
    path: operation.path,
    deprecated: operation.deprecated,
    security: [],
    securityDeclarationType: HttpOperationSecurityDeclarationTypes.None,
    responses: operation.responses.map((response) => toPrismResponse(response, answering)),
  };
}

function toPrismResponse(response: Response, answering: Answering): IHttpOperationResponse {
  return {
    id: response.pointer,
    code: response.status,
    contents: response.content.map((content) => toPrismContent(content, answering)),
    headers: toPrismHeaders(response, answering),
  };
}

/** The names by which an example can be asked for; Prism calls one without a name `default`. */
export function exampleNames({ examples }: MediaType): readonly string[] {
  const names = examples.map(({ name }) => name);
  return names.length === 1 && names[0] === "example" ? ["default", "example"] : names;
}

function toPrismContent(content: MediaType, { makeSample, options }: Answering): IMediaTypeContent {
  const { type, pointer, jsonSchema, examples } = content;
  const sampled = (key: string): INodeExample => ({
    id: `${pointer}/sample`,
    key,
    get value() {
      return jsonSchema === undefined ? undefined : makeSample(joinPointer(pointer, "schema"), options ?? {});
    },
  });
  const given = exampleNames(content).map(
    (key, index): INodeExample => ({
      id: `${pointer}/${key}`,
      key,
      value: (examples[index] ?? examples[0])?.value,
    }),
  );
  const isMadeUp = jsonSchema !== undefined && (options !== undefined || given.length === 0);
  return {
    id: pointer,
    mediaType: type,
    examples: isMadeUp ? [sampled("default")] : given,
    encodings: [],
  };
}

function toPrismHeaders({ headers }: Response, { makeSample, options }: Answering): IHttpHeaderParam[] {
  const wanted = headers.filter(({ required }) => options?.minimal !== true || required);
  return wanted.flatMap(({ name, pointer, schemaPointer, example, required }) => {
    const value = (): JsonValue => {
      if (options === undefined && example !== undefined) return example;
      const sample = schemaPointer === undefined ? undefined : makeSample(schemaPointer, options ?? {});
      return sample ?? example ?? null;
    };
    return [
      {
        id: pointer,
        name,
        style: HttpParamStyles.Simple,
        required,
        schema: {},
        examples: [
          {
            id: pointer,
            key: "default",
            get value() {
              const made = value();
              // A header that says nothing is left out where it may be.
              return !required && (made === null || writeSimple(made) === "") ? null : made;
            },
          },
        ],
      },
    ];
  });
}
