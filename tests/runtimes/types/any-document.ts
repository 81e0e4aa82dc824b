import { createLibraryClient, type Fault, type Genre, unwrap } from "@example/library";
import { same } from "./same.js";

const client = createLibraryClient({
  baseUrl: "https://api.example.com",
  auth: { key: "k3y", login: { username: "ada", password: "secret" } },
});
// @ts-expect-error TS2554: its server is relative
createLibraryClient();
// @ts-expect-error TS2345 or TS2741: its server is relative
createLibraryClient({ auth: { token: "t0ken" } });
// @ts-expect-error TS2322: a pair, not a text
createLibraryClient({ baseUrl: "https://api.example.com", auth: { login: "ada" } });

export async function listBooks(): Promise<void> {
  const result = await client.listBooks({
    query: { genre: "poem", limit: 3 },
    headers: { "X-Reader": "ada" },
  });
  if (result.ok) {
    // Each media type has its own data, and the headers of the answer have types.
    same<(typeof result)["headers"]["X-Total"], number | undefined>();
    if (result.mediaType === "text/csv") same<typeof result.data, string>();
    else same<(typeof result.data)[number]["title"] | undefined, string | undefined>();
  }
  if (result.status === "4XX" || result.status === "default") same<typeof result.data, Fault>();
  if (result.status === "undocumented") same<typeof result.data, unknown>();
  const data = unwrap(result);
  same<Extract<typeof data, string>, string>();

  // @ts-expect-error TS2353: no such parameter of the query
  await client.listBooks({ query: { genre: "poem", page: 3 } });
  // @ts-expect-error TS2353: no such header
  await client.listBooks({ query: { genre: "poem" }, headers: { "X-Writer": "ada" } });
  // @ts-expect-error TS2741: the genre is missing
  await client.listBooks({ query: {} });
  // @ts-expect-error TS2353: nothing travels in cookies
  await client.listBooks({ query: { genre: "poem" }, cookies: {} });
  same<Genre, "novel" | "poem">();
}

export async function addBook(): Promise<void> {
  // `id` is of answers alone and `pin` of requests alone; a default makes nothing required.
  const result = await client.addBook({ body: { title: "Frankenstein", pin: "1818" } });
  if (result.status === 201) {
    same<typeof result.data.id, number>();
    // @ts-expect-error TS2339: an answer does not carry it
    same<typeof result.data.pin, string>();
  }
  if (result.status === 409) same<typeof result.data, undefined>();
  // @ts-expect-error TS2353: a request does not carry it
  await client.addBook({ body: { id: 1, title: "Frankenstein", pin: "1818" } });
  await client.addBook({ contentType: "text/plain", body: "Frankenstein" });
  // @ts-expect-error TS2322 or TS2345: a text only as text/plain
  await client.addBook({ body: "Frankenstein" });
}

export async function removeBook(): Promise<void> {
  const result = await client.removeBook({ path: { id: 1 } });
  if (result.ok) same<typeof result.data, undefined>();
  // @ts-expect-error TS2322: a number, not a text
  await client.removeBook({ path: { id: "1" } });
}
