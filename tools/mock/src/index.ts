export type { MockEvent } from "./mock-event.ts";
export { type Mock, type MockOptions, type StartResult, startMock } from "./start-mock.ts";
