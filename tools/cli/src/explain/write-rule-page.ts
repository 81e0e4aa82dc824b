import type { RuleGroup, RuleTool } from "./list-rules.ts";

const tools: Readonly<Record<RuleTool, string>> = {
  lint: "What is wrong with a document by itself. `redocly.yaml` says which of Redocly's rules are on, and why.",
  generate: "What keeps a package from being written, and what is in it that nobody should rely on.",
  mock: "What the mock cannot do justice to, and where it is freer than the document.",
  contract: "What is not the same in client, document and server.",
  review:
    "What a change to a document does to those who speak HTTP and to those whose code is compiled against the package. `request` is what travels to the server, `response` what comes from it; what a webhook or a callback sends counts as `response`. `specs/review.yaml` can set the level of a rule, by its name.",
};

/** The page of the documentation that has every rule, in Markdown; a rule's heading is its name. */
export function writeRulePage(groups: readonly RuleGroup[]): string {
  const names = [...new Set(groups.map(({ tool }) => tool))];
  const chapters = names.map((tool) =>
    [
      `## specmill ${tool}\n\n${tools[tool]}\n`,
      ...groups.filter((group) => group.tool === tool).map(writeGroup),
    ].join("\n"),
  );
  return `# Rules

Every rule that a command of Specmill reports: what it finds, whom it would hurt, and what to do instead.
\`specmill explain RULE\` prints the same in a terminal.

<!-- Written by \`specmill explain --all\`. Do not edit. -->

${chapters.join("\n")}`;
}

function writeGroup({ title, rules }: RuleGroup): string {
  const told = rules.map(
    ({ name, text }) =>
      `#### \`${name}\`\n\n${text.what}\n\n- **Why:** ${text.why}\n- **Instead:** ${text.instead}\n`,
  );
  return [`### ${title}\n`, ...told].join("\n");
}
