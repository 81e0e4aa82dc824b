import { joinPointer, type Operation } from "@specmill/spec";
import type { Note } from "../report/report.ts";
import { isAskable } from "./is-askable.ts";

/** Why no call of an operation can be made or judged at all; undefined where one can. */
export function findObstacle({ method, pointer, responses, requestBody }: Operation): Note | undefined {
  if (method === "trace") {
    return { pointer, message: "No client of the platform sends TRACE, so nothing is tried here." };
  }
  if (responses.every(({ status }) => status.startsWith("1"))) {
    const what = responses.length === 0 ? "no response" : "no response but interim ones, of 1xx";
    const message = `The document describes ${what}, so there is no answer to try anything by.`;
    return { pointer: joinPointer(pointer, "responses"), message };
  }
  const usual = responses.find(({ status }) => status.startsWith("2")) ?? responses[0];
  if (usual !== undefined && usual.content.length > 0 && !usual.content.some(isAskable)) {
    const types = usual.content.map(({ type }) => type).join(" nor ");
    const message = `${types} is no media type that could be asked for, so nothing is tried here.`;
    return { pointer: usual.pointer, message };
  }
  if (requestBody?.required === true && !takesBody(method)) {
    return { pointer: requestBody.pointer, message: `${bodiless(method)}, so nothing is tried here.` };
  }
  return undefined;
}

/** What is left out of every call of an operation that can be made without it. */
export function findOmissions({ method, requestBody }: Operation): readonly Note[] {
  if (requestBody === undefined || takesBody(method)) return [];
  return [{ pointer: requestBody.pointer, message: `${bodiless(method)}, so none is tried.` }];
}

/** Fetch, section 5.4: a request of these methods with a body is refused before it is sent. */
export function takesBody(method: Operation["method"]): boolean {
  return method !== "get" && method !== "head";
}

function bodiless(method: string): string {
  return `No client of the platform sends a body with ${method.toUpperCase()}`;
}
