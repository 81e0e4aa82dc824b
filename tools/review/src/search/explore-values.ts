import { isJsonObject, type JsonObject, type JsonValue } from "@specmill/spec";
import { editArray } from "./edit-array.ts";
import { editObject } from "./edit-object.ts";
import {
  addMember,
  keysOf,
  memberOf,
  omitMembers,
  replaceAt,
  type ValuePath,
  valueAt,
} from "./edit-value.ts";
import { findWays } from "./find-ways.ts";
import { listNumbers, plainValues } from "./number-values.ts";
import { listOptions } from "./sample-places.ts";
import { listDeciding } from "./schema-places.ts";
import { listNames, type Site } from "./site.ts";
import { listTexts, plainTexts } from "./text-values.ts";
import type { Trial } from "./trial.ts";

/** A place of a value that is worth another look. */
interface Task {
  readonly value: JsonValue;
  readonly path: ValuePath;
  readonly site: Site;
}

const mostSeeds = 150;
/** So many values differ from others where the two sides say the same. */
const mostElsewhere = 300;
/** From a longer value, what need not be there is taken away before it is varied. */
const longValue = 300;

/**
 * Puts values to a trial that differ from some others in one part: every part is replaced by what the keywords of
 * either side are about, and left out. A value in which something new occurs is taken apart in its turn.
 *
 * @param start - where the values stand
 */
export function exploreValues(trial: Trial, seeds: readonly JsonValue[], start: Site): void {
  const ways = findWays(start);
  const features = new Set<string>();
  const first: Task[] = [];
  const next: Task[] = [];
  const later: Task[] = [];
  let taken = 0;
  const take = (value: JsonValue, changed: ValuePath): void => {
    if (taken >= mostSeeds) return;
    const tasks = listTasks(value, changed, start, features);
    if (tasks.length > 0) taken++;
    for (const task of tasks) (task.site.differs ? first : ways.has(task.site.key) ? next : later).push(task);
  };
  for (const seed of seeds) take(seed, []);
  const isElsewhere = ({ differs, key }: Site) => !differs && !ways.has(key);
  let spare = mostElsewhere;
  for (let task = shift(first, next, later); task !== undefined; task = shift(first, next, later)) {
    const { path, site } = task;
    const around = slim(task, start, trial);
    const current = valueAt(around, path);
    if (current === undefined) continue;
    for (const part of isElsewhere(site) ? listFewParts(current, site) : listParts(current, site)) {
      if (trial.isOver()) return;
      if (isElsewhere(site) && spare-- <= 0) break;
      const value = replaceAt(around, path, part);
      if (trial.put(value)) take(value, path);
    }
  }
}

function shift(...queues: readonly Task[][]): Task | undefined {
  return queues.find(({ length }) => length > 0)?.shift();
}

/** The places of a value at which something occurs that did not before: on the way to what changed, and within it. */
function listTasks(
  value: JsonValue,
  changed: ValuePath,
  start: Site,
  features: Set<string>,
): readonly Task[] {
  const tasks: Task[] = [];
  const visit = (part: JsonValue, path: ValuePath, site: Site): void => {
    if (path.length > 24) return;
    const feature = `${site.key} ${describe(part, site)}`;
    if (!features.has(feature)) {
      features.add(feature);
      tasks.push({ value, path, site });
    }
    const isArray = Array.isArray(part);
    const next = changed[path.length];
    const keys = next === undefined ? keysOf(part).slice(0, isArray ? 6 : 400) : [next];
    for (const key of keys) {
      const member = memberOf(part, key);
      if (member !== undefined) visit(member, [...path, key], site.below(key, isArray));
    }
  };
  visit(value, [], start);
  return tasks;
}

/** What is telling of a value: its type, which declared properties it has, its first few items, which value of an enumeration. */
function describe(value: JsonValue, site: Site): string {
  if (Array.isArray(value)) return `array ${Math.min(3, value.length)}`;
  if (isJsonObject(value)) {
    const declared = site.names.filter((name) => Object.hasOwn(value, name));
    return `object ${declared.join()} ${Math.min(3, Object.keys(value).length - declared.length)}`;
  }
  return `${value === null ? "null" : typeof value} ${site.named.has(value) ? String(value) : ""}`;
}

/** The value without what is not required around the place, where it is long, and is allowed without. */
function slim({ value, path }: Task, start: Site, trial: Trial): JsonValue {
  if (path.length === 0 || JSON.stringify(value).length < longValue) return value;
  let slimmed = value;
  let site = start;
  for (const [depth, key] of path.entries()) {
    const around = path.slice(0, depth);
    const object = valueAt(slimmed, around);
    if (isJsonObject(object)) {
      const required = new Set([...listNames(site.places, "required"), key]);
      const spare = Object.keys(object).filter((name) => !required.has(name));
      slimmed = replaceAt(slimmed, around, omitMembers(object, spare));
    }
    site = site.below(key, Array.isArray(object));
  }
  return trial.isAllowed(slimmed) ? slimmed : value;
}

/** What may stand at a place instead of what does: where the two sides differ, or do so within. */
function* listParts(part: JsonValue, site: Site): Generator<JsonValue> {
  const { allowing, refusing, places, differs } = site;
  yield* site.named;
  if (isJsonObject(part)) yield* decide(part, site);
  if (differs) yield* listNumbers(places);
  if (differs) yield* listTexts(allowing.schemas.places, refusing.schemas.places);
  yield* plainValues;
  for (const side of [refusing, allowing]) {
    for (const pointer of [...(differs ? side.schemas.roots : []), ...listOptions(side.schemas)]) {
      for (const sample of side.sampler.sample(pointer)) {
        yield sample;
        if (isJsonObject(sample) && isJsonObject(part)) yield { ...part, ...sample };
      }
    }
  }
  if (isJsonObject(part)) yield* editObject(part, site);
  if (Array.isArray(part)) yield* editArray(part, site);
}

/** The same where they do not, for what is around them or within may. */
function* listFewParts(part: JsonValue, site: Site): Generator<JsonValue> {
  if (isJsonObject(part)) {
    yield* decide(part, site);
    for (const name of Object.keys(part)) yield omitMembers(part, [name]);
  }
  if (Array.isArray(part)) yield* [[], part.slice(1), [...part, ...part.slice(0, 1)]];
  yield* [...site.named].slice(0, 12);
  if (typeof part === "string") {
    yield* [`${part}a`, ...plainTexts.slice(0, 40), ...listTexts(site.allowing.schemas.places, []).slice(-4)];
  }
  if (typeof part === "number") yield* [0, 1, 2, 3, 10, 0.5, -1, part + 1, part - 1, part * 2];
  if (typeof part === "boolean") yield !part;
  yield null;
}

/** An object that a discriminator leads elsewhere. */
function* decide(part: JsonObject, site: Site): Generator<JsonValue> {
  for (const [name, values] of listDeciding(site.places)) {
    for (const value of values) yield addMember(part, name, value);
  }
}
