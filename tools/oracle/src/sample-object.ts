import type { JsonValue } from "@specmill/spec";
import { choose, chooseOne, hashText, usually } from "./choose.ts";
import type { Shape } from "./merge-schema.ts";
import { extraOf, propertyOf, readObjectRules } from "./object-rules.ts";
import { heightOf } from "./sample-height.ts";
import { listNames } from "./sample-name.ts";
import { type Drawing, isRecursive, type Place, placeBelow, shareRoom } from "./sample-place.ts";
import { fitsText, readTextRules } from "./text-rules.ts";

interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly place: Place;
  readonly isRequired: boolean;
  /** Whether it is its turn to be there. */
  readonly isPresent: boolean;
}

/** Draws an object: first which properties are there, then each of them. */
export function drawObject(shape: Shape, place: Place, drawing: Drawing): JsonValue | undefined {
  const { minProperties, maxProperties } = readObjectRules(shape);
  const declared = listDeclared(shape, place, drawing);
  const chosen = declared.filter(({ isPresent }) => isPresent);
  const kept = dropBeyond(chosen, maxProperties, place);
  const missing = Math.max(0, minProperties - kept.length);
  const others = declared.filter((member) => !chosen.includes(member)).slice(0, missing);
  const count = kept.length + others.length;
  const extras = listExtras(shape, place, drawing, {
    least: minProperties - count,
    most: maxProperties - count,
  });
  const members = [...kept, ...others, ...extras];
  const room = shareRoom(
    place.room,
    members.map((member) => member.shape),
  );
  const entries: [string, JsonValue][] = [];
  for (const member of members) {
    const value = drawing.draw(member.shape, { ...member.place, room });
    if (value !== undefined) entries.push([member.name, value]);
    else if (member.isRequired) return undefined;
  }
  return Object.fromEntries(entries);
}

/** Every declared property that could be there, in the order of the document. */
function listDeclared(shape: Shape, place: Place, drawing: Drawing): readonly Member[] {
  const { names, required, propertyNames } = readObjectRules(shape);
  const repair = drawing.repairs.get(place.path);
  // What another branch asks for may be what makes a value fit both.
  const rivals = (repair?.tries ?? 0) % 2 === 1 ? listRivals(shape) : new Set<string>();
  const nameRules = propertyNames === undefined ? undefined : readTextRules(propertyNames);
  return names.flatMap((name) => {
    const child = propertyOf(shape, name);
    const isRequired = required.has(name) && !child.isHidden;
    if (child.isHidden && repair?.keepsHidden !== true) return [];
    if (!isRequired) {
      if (heightOf(child) === Number.POSITIVE_INFINITY || rivals.has(name)) return [];
      if (isRecursive(child, place, drawing)) return [];
      if (nameRules !== undefined && !fitsText(nameRules, name)) return [];
    }
    const isSpare = !isRequired && (place.isMinimal || place.room <= 0);
    const { option, turn } =
      isRequired || place.isMinimal
        ? { option: 0, turn: place.turn }
        : choose(usually, place.turn, hashText(name) + child.salt);
    return [
      {
        name,
        shape: child,
        place: placeBelow(place, name, { turn }),
        isRequired,
        isPresent: option === 0 && !isSpare,
      },
    ];
  });
}

function dropBeyond(members: readonly Member[], maximum: number, { turn = 0 }: Place): readonly Member[] {
  const optional = members.filter(({ isRequired }) => !isRequired);
  const spare = Math.min(optional.length, members.length - maximum);
  if (spare <= 0) return members;
  const start = turn % optional.length;
  const dropped = new Set([...optional.slice(start), ...optional.slice(0, start)].slice(-spare));
  return members.filter((member) => !dropped.has(member));
}

/** The properties that the other branches of a `oneOf` require. */
export function listRivals(shape: Shape): ReadonlySet<string> {
  const { required } = readObjectRules(shape);
  const rivals = shape.decided.flatMap(({ group, option }) =>
    group.isExclusive
      ? group.options.flatMap((parts, other) =>
          other === option ? [] : [...readObjectRules(shape.shapeOf(parts)).required],
        )
      : [],
  );
  return new Set(rivals.filter((name) => !required.has(name)));
}

/** Properties that no schema names: as many as have to be, and one now and then where they are spoken of. */
function listExtras(
  shape: Shape,
  place: Place,
  drawing: Drawing,
  { least, most }: { readonly least: number; readonly most: number },
): readonly Member[] {
  const { names, isMap, namePatterns, hasAdditional } = readObjectRules(shape);
  const kinds = [...namePatterns, ...(hasAdditional || namePatterns.length === 0 ? [undefined] : [])];
  const isWanted = !place.isMinimal && place.room > 0 && most > 0 && isMap;
  const cycle = [...kinds.keys(), kinds.length];
  const { option, turn } = choose(cycle, place.turn, shape.salt);
  const typical = names.length === 0 ? kinds : [];
  const rotating = option < kinds.length ? kinds.slice(option, option + 1) : [];
  const wanted = isWanted ? (place.turn === undefined ? typical : rotating) : [];
  const made = new Map<string, Member>();
  const add = (name: string | undefined): void => {
    if (name === undefined || names.includes(name) || made.has(name)) return;
    const child = extraOf(shape, name);
    if (heightOf(child) === Number.POSITIVE_INFINITY || (least <= 0 && isRecursive(child, place, drawing)))
      return;
    const inner = placeBelow(place, name, { turn });
    made.set(name, { name, shape: child, place: inner, isRequired: false, isPresent: true });
  };
  for (const kind of wanted) add(chooseOne(listNames(shape, kind, 1), turn, 0));
  for (const kind of kinds) {
    if (made.size >= least) break;
    for (const name of listNames(shape, kind, least + names.length)) if (made.size < least) add(name);
  }
  return [...made.values()].slice(0, Math.max(0, most));
}
