import { expect, test } from "vitest";
import { recordExchanges, writeExchanges } from "../src/wire/record-exchanges.ts";

const answer = () => Promise.resolve(Response.json({ id: 7 }, { status: 201 }));

test("keeps what passes, below the place where the API answers, and passes it on unchanged", async () => {
  const recorder = recordExchanges("http://127.0.0.1:4010/pets", answer);
  const request = new Request("http://127.0.0.1:4010/pets/cats?age=1", { method: "POST", body: "{}" });
  const response = await recorder.fetch(request);
  expect(await response.json()).toEqual({ id: 7 });
  expect(recorder.exchanges).toEqual([
    {
      request: {
        method: "POST",
        target: "/cats?age=1",
        headers: { "content-type": "text/plain;charset=UTF-8" },
        body: "{}",
      },
      response: { status: 201, headers: { "content-type": "application/json" }, body: '{"id":7}' },
    },
  ]);
  expect(
    writeExchanges(recorder.exchanges)
      .split("\n")
      .map((line) => line && JSON.parse(line)),
  ).toEqual([recorder.exchanges[0], ""]);
});

test("keeps nothing of what goes elsewhere", async () => {
  const recorder = recordExchanges("http://127.0.0.1:4010/pets", answer);
  await recorder.fetch(new Request("http://127.0.0.1:4010/dogs"));
  expect(recorder.exchanges).toEqual([]);
});
