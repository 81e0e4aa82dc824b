export type { DocumentFault } from "./document-fault.ts";
export type { MockRequest, MockResponse } from "./message.ts";
export type { MockEvent } from "./mock-event.ts";
export type { Rewrite } from "./rewrite.ts";
export { type ServedDocument, type ServeResult, serveDocument } from "./serve-document.ts";
export { type Mock, type MockOptions, type StartResult, startMock } from "./start-mock.ts";
