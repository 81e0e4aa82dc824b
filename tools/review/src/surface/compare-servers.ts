import { type Api, joinPointer, type Operation, type Server, type ServerVariable } from "@specmill/spec";
import { compareProse } from "./compare-prose.ts";
import { compareServerVariable } from "./compare-server-variable.ts";
import { type Difference, differ, type Place } from "./difference.ts";
import type { Pair } from "./match-items.ts";
import { isServed, listVariables, matchServers } from "./match-servers.ts";

interface Servers {
  readonly servers: readonly Server[];
  /** Of the list. */
  readonly pointer: string;
}

/** The servers of a whole API (OpenAPI 3.1, section 4.8.5). */
export function compareServers(place: Place, base: Api, head: Api): readonly Difference[] {
  const rooted = ({ servers }: Api): Servers => ({ servers, pointer: "#/servers" });
  return compareLists(place, rooted(base), rooted(head));
}

/** The servers of an operation where it, or its path, has some of its own on either side. */
export function compareOwnServers(
  place: Place,
  apis: Pair<Api>,
  { base, head }: Pair<Operation>,
): readonly Difference[] {
  if (base.servers === undefined && head.servers === undefined) return [];
  const effective = (operation: Operation, api: Api): Servers => ({
    servers: operation.servers ?? api.servers,
    pointer: operation.serversPointer ?? "#/servers",
  });
  // Packages take one server for all their operations, and that from the whole API.
  return compareLists({ ...place, isTyped: false }, effective(base, apis.base), effective(head, apis.head));
}

function compareLists(place: Place, base: Servers, head: Servers): readonly Difference[] {
  const { both, removed, added } = matchServers(base.servers.filter(isSaid), head.servers.filter(isSaid));
  return [
    ...both.flatMap((pair) => compareServer(place, base, head, pair)),
    ...removed.map((server) => {
      const isElsewhere = isServed(server, head.servers);
      return differ(place, {
        rule: "server-removed",
        direction: "request",
        comparison: isElsewhere ? "equal" : "narrower",
        source: isTyped(server) ? "breaking" : "note",
        message: isElsewhere
          ? `The server \`${server.url}\` is told by another now.`
          : `The server \`${server.url}\` is gone.`,
        base: pointerOf(base, server),
        before: server.url,
      });
    }),
    ...added.map((server) =>
      differ(place, {
        rule: "server-added",
        direction: "request",
        comparison: isServed(server, base.servers) ? "equal" : "wider",
        source: isTyped(server) ? "compatible" : "note",
        message: `The server \`${server.url}\` is new.`,
        head: pointerOf(head, server),
        after: server.url,
      }),
    ),
    ...compareFirst(place, base, head, both),
  ];
}

/** Clients that are told no server take the first. */
function compareFirst(
  place: Place,
  base: Servers,
  head: Servers,
  both: readonly Pair<Server>[],
): readonly Difference[] {
  const [before] = base.servers;
  const [after] = head.servers;
  if (before === undefined || after === undefined) return [];
  const isKnown = both.some((pair) => (pair.base === before) !== (pair.head === after));
  // Where neither side has the other's first, that they are gone and new says it all.
  if (!isKnown) return [];
  return [
    differ(place, {
      rule: "documentation-changed",
      comparison: "equal",
      message: `The first server, which clients take unless told, is \`${after.url}\` now; it was \`${before.url}\`.`,
      base: pointerOf(base, before),
      head: pointerOf(head, after),
      before: before.url,
      after: after.url,
    }),
  ];
}

function compareServer(
  place: Place,
  base: Servers,
  head: Servers,
  pair: Pair<Server>,
): readonly Difference[] {
  const [before, after] = [pointerOf(base, pair.base), pointerOf(head, pair.head)];
  const others = listVariables(pair.head);
  return [
    ...compareProse(
      place,
      `the server \`${pair.head.url}\``,
      { told: pair.base, pointer: before },
      { told: pair.head, pointer: after },
    ),
    ...listVariables(pair.base).flatMap((variable, index) => {
      const other = others[index];
      if (other === undefined) return [];
      const typed = place.isTyped && isTyped(pair.head);
      const standing = (told: ServerVariable, pointer: string) => ({
        told,
        pointer: joinPointer(pointer, "variables", told.name),
      });
      return compareServerVariable(
        { ...place, isTyped: typed },
        standing(variable, before),
        standing(other, after),
      );
    }),
  ];
}

/** `/` stands for no server at all: the host that the document came from (OpenAPI 3.1, section 4.8.1). */
function isSaid({ url }: Server): boolean {
  return url !== "/";
}

/** Whether packages know the server by its URL. */
function isTyped({ url }: Server): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url);
}

function pointerOf({ servers, pointer }: Servers, server: Server): string {
  return joinPointer(pointer, String(servers.indexOf(server)));
}
