import { createClockifyMemberProfileClient } from "@specmill/clockify-member-profile";
import { createUpsunProfileClient } from "@specmill/upsun-profile";
import { same } from "./same.js";

const client = createUpsunProfileClient();
const path = { userId: "3c90c3cc-0d44-4b50-8888-8dd25736052a" };

export async function calls(signal: AbortSignal): Promise<void> {
  await client.updateProfile({ path, body: { display_name: "Ada", ui_colorscheme: "dark" } });
  await client.updateProfile({ path, body: {} }, { signal, timeout: 1000, retry: { attempts: 2 } });
  await client.updateProfile({ path, body: {} }, { retry: false, headers: { prefer: "code=200" } });

  // @ts-expect-error TS2353: no such parameter of the path
  await client.updateProfile({ path: { userId: "1", other: "2" }, body: {} });
  // @ts-expect-error TS2353: no such property of the body
  await client.updateProfile({ path, body: { nick: "Ada" } });
  // @ts-expect-error TS2353: no parameter travels in the query
  await client.updateProfile({ path, body: {}, query: { limit: 1 } });
  // @ts-expect-error TS2353: no such option of a call
  await client.updateProfile({ path, body: {} }, { retries: 3 });
  // @ts-expect-error TS2353: no such option of retries
  await client.updateProfile({ path, body: {} }, { retry: { tries: 2 } });
  // @ts-expect-error TS2741: a part of the path is missing
  await client.updateProfile({ path: {}, body: {} });
  // @ts-expect-error TS2345 or TS2741: the body is missing
  await client.updateProfile({ path });
  // @ts-expect-error TS2554: all is missing
  await client.updateProfile();
  // @ts-expect-error TS2322: not one of the values
  await client.updateProfile({ path, body: { ui_colorscheme: "blue" } });
  // @ts-expect-error TS2375: absent is not undefined
  await client.updateProfile({ path, body: { username: undefined } });
}

/** The request of a call, which is not sent. */
export async function requests(): Promise<void> {
  const request = await client.updateProfile.request({ path, body: { display_name: "Ada" } });
  same<typeof request, Request>();
  // @ts-expect-error TS2353
  await client.updateProfile.request({ path, body: { nick: "Ada" } });
  await createClockifyMemberProfileClient().updateMemberProfile.request({
    path: { workspaceId: "1", userId: "2" },
    body: { workingDays: ["MONDAY"] },
  });
}
