import fc from "fast-check";
import { toRegExp } from "./object-rules.ts";
import { fitsText, type TextRules } from "./text-rules.ts";

const known = new Map<string, readonly string[]>();

/** Strings that match a pattern and all else that is asked of them, shortest first; empty where none was found. */
export function samplePattern(pattern: string, rules: TextRules): readonly string[] {
  const key = JSON.stringify([pattern, { ...rules, refused: [...rules.refused] }]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make(pattern, rules);
  if (known.size > 2000) known.clear();
  known.set(key, made);
  return made;
}

function make(pattern: string, rules: TextRules): readonly string[] {
  const texts = new Set<string>();
  const odd = new Set<string>();
  for (const arbitrary of listArbitraries(pattern, rules)) {
    for (const numRuns of [40, 400]) {
      for (const text of fc.sample(arbitrary, { seed: 1, numRuns })) {
        // What only a body can carry is of use where there is nothing else.
        if (fitsText(rules, text)) (/^[\x21-\x7e]*$/.test(text) ? texts : odd).add(text);
      }
      if (texts.size > 3) return sort(texts);
    }
  }
  return [...sort(texts), ...sort(odd)].slice(0, 50);
}

/** Arbitraries that should give strings of a pattern; what they give has to be looked at again. */
export function listArbitraries(pattern: string, rules: TextRules): readonly fc.Arbitrary<string>[] {
  const source = toRegExp(pattern)?.source ?? pattern;
  const whole = `^(?:${source})$`;
  const sources = [whole, ...lengthen(whole, rules), source].flatMap((one) => [one, simplify(one)]);
  return [...new Set(sources)].flatMap((one) => {
    const matching = arbitraries.get(one) ?? makeMatching(one);
    if (arbitraries.size > 2000) arbitraries.clear();
    arbitraries.set(one, matching);
    return matching;
  });
}

/** To make one takes longer than to draw many a text from it. */
const arbitraries = new Map<string, readonly fc.Arbitrary<string>[]>();

function makeMatching(source: string): readonly fc.Arbitrary<string>[] {
  try {
    const arbitrary = fc.stringMatching(new RegExp(source, "u"), { size: "small" });
    // What the library cannot make strings of, it says when it is asked for the first.
    fc.sample(arbitrary, { seed: 1, numRuns: 1 });
    return [arbitrary];
  } catch {
    return [];
  }
}

/** The pattern with each repetition that may be without end made about as long as the whole is to be. */
function lengthen(source: string, { minLength, maxLength }: TextRules): readonly string[] {
  if (minLength < 8) return [];
  const from = Math.max(0, minLength - 20);
  const to = Math.min(maxLength, minLength + 5);
  const repetitions = [...source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[*+]|\{\d+,\d*\}/gs)].filter(([token]) =>
    /^(?:[*+]|\{.*\})$/s.test(token),
  );
  return repetitions.flatMap(({ 0: token, index }) => {
    const rest = source.slice(index + token.length);
    return [minLength, from].map((least) => `${source.slice(0, index)}{${least},${to}}${rest}`);
  });
}

/** A pattern without what the library cannot read: it may match more, and fewer letters. */
function simplify(source: string): string {
  return dropLookarounds(source)
    .replace(/\[(?:\\.|[^\]\\])*\]/gs, (set) => set.replace(property, (_, ...groups) => rangeOf(groups)))
    .replace(property, (_, ...groups) => `[${rangeOf(groups)}]`)
    .replace(/\\[bB]/g, "");
}

const property = /\\([pP])\{(?:[^}=]*=)?([^}]*)\}/g;

function rangeOf([kind, name]: readonly unknown[]): string {
  const text = String(name);
  if (kind === "P") return "_";
  if (/^(N|Nd|Number)/.test(text)) return "0-9";
  if (/^(Lu|Uppercase)/.test(text)) return "A-Z";
  if (/^(Ll|Lowercase)/.test(text)) return "a-z";
  if (/^[ZS]/.test(text) && !/^Script/.test(text)) return text.startsWith("Z") ? " " : "$";
  return /^P/.test(text) ? ",." : "a-zA-Z";
}

function dropLookarounds(source: string): string {
  const start = source.search(/\(\?<?[=!]/);
  if (start < 0) return source;
  let depth = 0;
  for (let index = start; index < source.length; index++) {
    if (source[index] === "\\") index++;
    else if (source[index] === "(") depth++;
    else if (source[index] === ")" && --depth === 0) {
      return dropLookarounds(source.slice(0, start) + source.slice(index + 1));
    }
  }
  return source;
}

function sort(texts: ReadonlySet<string>): readonly string[] {
  return [...texts].sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
}
