import { isComposite, isPlain } from "./to-text.ts";

/** Stands where a value is not shown. */
export const hidden = "***";

/**
 * Data as it may be shown: the values of sensitive members taken out at any depth. Of what is neither a list nor an
 * object of data, such as a form, only its kind is told.
 *
 * @param sensitive - names of members; data is shown whole where there are none
 */
export function redact(sensitive: readonly string[] | undefined, data: unknown): unknown {
  if (!sensitive || !isComposite(data)) return data;
  if (Array.isArray(data)) return data.map((item) => redact(sensitive, item));
  if (!isPlain(data)) return Object.prototype.toString.call(data);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      sensitive.includes(name) ? hidden : redact(sensitive, value),
    ]),
  );
}

/** Makes `console.log` and its like show something else than the object that they are given. */
export function showAs<Target extends object>(target: Target, show: () => unknown): Target {
  for (const key of ["nodejs.util.inspect.custom", "Deno.customInspect"]) {
    Object.defineProperty(target, Symbol.for(key), { value: show, configurable: true });
  }
  return target;
}
