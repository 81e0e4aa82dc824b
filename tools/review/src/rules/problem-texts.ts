import type { RuleTexts } from "@specmill/spec";

/** What a review reports besides findings: faults of its inputs. */
export const reviewTexts: RuleTexts = {
  "review-side": {
    what: "`--base` or `--head` is no commit, no folder and no file that can be compared.",
    why: "Against the wrong base every change of others would look like yours, so nothing was compared.",
    instead:
      "Fetch the branch with its history, in GitHub Actions by `fetch-depth: 0`, or name a folder or two files.",
  },
  "review-settings": {
    what: "`specs/review.yaml` cannot be used: it is no YAML, or names a rule or a level that does not exist.",
    why: "A slip in the name of a rule would leave its level as it was, and nobody would know.",
    instead:
      "Correct the entry; `specmill explain` lists the rules, and the levels are `breaking` and `note`.",
  },
  "approval-file": {
    what: "A file of `specs/.review/` cannot be used: an entry lacks a field, is there twice or names an unknown rule, or the API is unknown.",
    why: "An approval that is misread might let another break through than the one that was looked at.",
    instead: "Copy `fingerprint` and `rule` from the finding, and give `reason`, `owner` and `until`.",
  },
  "approval-unmatched": {
    what: "An approval fits no breaking change of this comparison.",
    why: "Left behind, it would excuse the same break if somebody made it again, without anyone being asked.",
    instead: "Remove the entry if the change was merged or given up; if it became another one, approve that.",
  },
  "approval-expired": {
    what: "The last day of an approval has passed before the change was merged.",
    why: "What was acceptable then, such as few callers, may not be so now.",
    instead: "Ask its owner for another day, or take the change back.",
  },
};
