import { createWorkspaceAccountProfileClient } from "@specmill/workspace-account-profile";
import { createWorkspaceAccountProfileTestFetch } from "@specmill/workspace-account-profile/testing";
import { same } from "./same.js";

const kit = createWorkspaceAccountProfileTestFetch();
createWorkspaceAccountProfileClient({ baseUrl: "https://api.example.com", fetch: kit.fetch });

kit.answer(
  "updateAccountProfile",
  { fault: "network" },
  { fault: "undocumented", code: 429 },
  { status: 200 },
);
kit.answer("updateAccountProfile", { status: 404, delay: 5 });
kit.answer("updateAccountProfile", { status: 403, body: { title: "Forbidden" } });
same<(typeof kit.requests)[number]["operation"], "updateAccountProfile" | undefined>();

// @ts-expect-error TS2345: the document knows no such operation
kit.answer("removeAccountProfile", { status: 200 });
// @ts-expect-error TS2322: the document knows no 418
kit.answer("updateAccountProfile", { status: 418 });
// @ts-expect-error TS2322: the document has no such example
kit.answer("updateAccountProfile", { status: 200, example: "no such thing" });
// @ts-expect-error TS2322: not the body of a 200
kit.answer("updateAccountProfile", { status: 200, body: { Success: "yes" } });
// @ts-expect-error TS2555: an answer is missing
kit.answer("updateAccountProfile");
