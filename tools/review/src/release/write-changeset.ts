import type { Bump, Finding } from "../finding.ts";
import { code } from "./describe-for-consumer.ts";
import { writeReleaseNotes } from "./write-release-notes.ts";

export interface ChangesetInput {
  readonly packageName: string;
  /** As in its `package.json`, before the release. */
  readonly packageVersion: string;
  /** As the change deserves it; below 1.0.0 it is lowered here. */
  readonly bump: Bump;
  readonly findings: readonly Finding[];
  /** What the package was called. */
  readonly rename?: { readonly from: string };
}

export interface Changeset {
  /** Relative to the root of the repository; the same for a package every time. */
  readonly path: string;
  readonly text: string;
}

/**
 * The changeset that releases a package after a change of its API, as @changesets/cli reads it: names and bumps as
 * YAML, then what goes into the changelog.
 *
 * @returns undefined where nothing is to be released; a file at {@link changesetPath} is out of date then
 */
export function writeChangeset(input: ChangesetInput): Changeset | undefined {
  const { packageName, packageVersion, bump, findings, rename } = input;
  if (bump === "none") return undefined;
  const renamed =
    rename && `${code(packageName)} was called ${code(rename.from)}: install it by its new name.`;
  const notes = [renamed, writeReleaseNotes(findings)].filter((part) => part !== undefined).join("\n\n");
  const release = `${JSON.stringify(packageName)}: ${bumpForVersion(bump, packageVersion)}`;
  return { path: changesetPath(packageName), text: `---\n${release}\n---\n\n${notes}\n` };
}

/** Where the changeset of a package lies, relative to the root of the repository. */
export function changesetPath(packageName: string): string {
  const name = packageName.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[-.]+/, "");
  return `.changeset/${name}-api.md`;
}

/** Below 1.0.0 the second number tells of breaks, and the third of all else, as ranges such as `^0.1.0` take them. */
export function bumpForVersion(bump: Bump, version: string): Bump {
  if (!version.startsWith("0.")) return bump;
  switch (bump) {
    case "major":
      return "minor";
    case "minor":
      return "patch";
    case "patch":
    case "none":
      return bump;
  }
}
