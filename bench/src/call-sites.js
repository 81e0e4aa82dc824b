/**
 * A program that makes one call of GitHub's API and reads what it answers, well or not.
 *
 * @typedef {object} CallSite
 * @property {string} name
 * @property {(wanted: string) => string} write - with the type that the answer's `number` is to have
 */

/**
 * The same program on each client. What each imports as `github` is its own package of the whole API.
 *
 * @type {Readonly<Record<"ours" | "openapiFetch" | "heyApi", CallSite>>}
 */
export const callSites = {
  ours: {
    name: "ours",
    write: (wanted) => `import { createGithubClient } from "github";
const client = createGithubClient({ auth: {} });
const result = await client.issuesCreate({ path: { owner: "o", repo: "r" }, body: { title: "t" } });
export const found: ${wanted} = result.status === 201 ? result.data.number : undefined;
export const fault: string | null | undefined = result.status === 404 ? result.data.message : undefined;
`,
  },
  openapiFetch: {
    name: "openapi-fetch",
    write: (wanted) => `import createClient from "openapi-fetch";
import type { paths } from "github";
const client = createClient<paths>({ baseUrl: "https://api.github.com" });
const { data, error } = await client.POST("/repos/{owner}/{repo}/issues", {
  params: { path: { owner: "o", repo: "r" } },
  body: { title: "t" },
});
export const found: ${wanted} = data ? data.number : undefined;
export const fault: string | null | undefined = error ? error.message : undefined;
`,
  },
  heyApi: {
    name: "hey-api",
    write: (wanted) => `import { issuesCreate } from "github";
const { data, error } = await issuesCreate({ path: { owner: "o", repo: "r" }, body: { title: "t" } });
export const found: ${wanted} = data ? data.number : undefined;
export const fault: string | null | undefined = error ? error.message : undefined;
`,
  },
};
