import type { RuleTexts } from "@specmill/spec";

/** Of credentials and servers. */
export const accessTexts = {
  "security-requirement": {
    what: "An operation asks for other credentials or scopes. It breaks where what was enough no longer is, as with one more scope. No type of the package tells of it.",
    why: "Tokens that callers hold get a 401 or 403 until somebody asks for new ones.",
    instead:
      "Keep the old requirement as an alternative, a second entry in `security`, until tokens are renewed.",
  },
  "security-scheme": {
    what: "A credential travels in another way, comes from elsewhere, or has another name. In the package the name is a key of `auth`.",
    why: "Callers send the key where nobody looks for it, ask for tokens at an address that is gone, or have code that does not compile.",
    instead: "Add a scheme beside the old one, and list both as alternatives in `security`.",
  },
  "server-added": {
    what: "Another server is listed. The package knows it as one more choice of base URL.",
    why: "It breaks nobody who names another one.",
    instead: "Nothing is to be done; add it behind the first, which clients take unless told otherwise.",
  },
  "server-removed": {
    what: "A server is no longer listed. The package no longer knows it as a base URL.",
    why: "Callers go on sending to a host that may not answer, and code that chose it does not compile.",
    instead:
      "Keep the host, redirecting or answering, and its entry with a description that names its successor.",
  },
  "server-variable": {
    what: "A variable of a server's address has other values, another default or another name. In the package it is an option of the client.",
    why: "Callers who leave it out reach another server; a value that is gone leads nowhere.",
    instead: "Keep the default and the old values, and add new values behind them.",
  },
} as const satisfies RuleTexts;
