import { createClockifyMemberProfileClient } from "@specmill/clockify-member-profile";
import { createUpsunProfileClient } from "@specmill/upsun-profile";
import { createUserProfilePictureClient } from "@specmill/user-profile-picture";
import { createWorkspaceAccountProfileClient } from "@specmill/workspace-account-profile";

// A document without a server of its own demands one.
createUserProfilePictureClient({ baseUrl: "https://api.example.com" });
createWorkspaceAccountProfileClient({ baseUrl: "https://api.example.com", auth: { accessToken: "t0ken" } });
// @ts-expect-error TS2554
createUserProfilePictureClient();
// @ts-expect-error TS2345 or TS2741
createWorkspaceAccountProfileClient({ auth: { bearer: "t0ken" } });

// Credentials go by the names of the document, as values or as functions.
createUpsunProfileClient({ auth: { bearer: "t0ken" } });
createUpsunProfileClient({ auth: { bearer: () => undefined } });
createUpsunProfileClient({ auth: { bearer: async ({ refresh }) => (refresh ? "new" : "old") } });
createClockifyMemberProfileClient({ auth: { apiKey: "k3y", addonToken: async () => "t0ken" } });
// @ts-expect-error TS2353: the document knows no such scheme
createUpsunProfileClient({ auth: { apiKey: "k3y" } });
// @ts-expect-error TS2322: a token is no number
createUpsunProfileClient({ auth: { bearer: 42 } });
// @ts-expect-error TS2353: a token is no pair
createUpsunProfileClient({ auth: { bearer: { username: "ada", password: "secret" } } });

// Servers are choices, and their variables have values.
createClockifyMemberProfileClient({ server: { url: "https://api.clockify.me/api" } });
createClockifyMemberProfileClient({
  server: { url: "https://{region}.clockify.me/api", variables: { region: "use2" } },
});
// @ts-expect-error TS2322: no such server
createClockifyMemberProfileClient({ server: { url: "https://example.com" } });
createClockifyMemberProfileClient({
  // @ts-expect-error TS2322: no such region
  server: { url: "https://{region}.clockify.me/api", variables: { region: "mars" } },
});

createUpsunProfileClient({
  timeout: 10_000,
  attemptTimeout: 3000,
  retry: { attempts: 2, baseDelay: 100, maxDelay: 1000, idempotent: true },
  fetch: (request) => fetch(request),
  middleware: [(request, next) => next(request)],
  onEvent: ({ kind }) => kind.length,
  headers: { "x-trace": "1" },
});
// @ts-expect-error TS2353: no such option
createUpsunProfileClient({ host: "https://api.example.com" });
