import type { RuleTexts } from "@specmill/spec";

/** Of what only a compiler or another engine says. */
export const sourceTexts = {
  "source-request": {
    what: "What a caller may give an operation has another type in the package, and no single change explains it. The compiler's message is the proof.",
    why: "Calls that compiled against the old package do not against the new one.",
    instead:
      "Look at the types in the compiler's message; give what is new as an optional argument beside what is there.",
  },
  "source-response": {
    what: "What a caller gets from an operation has another type in the package, and no single change explains it. The compiler's message is the proof.",
    why: "Code that uses the result as it was does not compile against the new package.",
    instead: "Look at the types in the compiler's message; keep what is there and add to it.",
  },
  "source-export": {
    what: "A name is no longer exported from the package, or is new: mostly a component that was renamed or inlined.",
    why: "`import type { Address }` fails with the new package, though nothing changed on the wire.",
    instead: "Keep the component's name, or leave one of the old name that only has a `$ref` to the new one.",
  },
  "source-consumer": {
    what: "A real piece of code, such as a contract test, a README's snippet or what `--consumers` names, compiled against the old package and does not against the new.",
    why: "It stands for all code like it: its authors will see the same error after the update.",
    instead:
      "Look at the first error: it names the property or the argument to keep. If the break is meant, mend the code in the same change.",
  },
  "redocly-diff": {
    what: "Redocly's diff calls a change major that our rules, values and the compiler do not find breaking. It is suspected and never stops a merge.",
    why: "Mostly it is an equivalent refactor, as a schema split into `allOf`; but two engines that differ deserve a look.",
    instead:
      "Read both sides at the place that is named. If it does break callers, report it: a rule is missing here.",
  },
} as const satisfies RuleTexts;
