import { compareCounts, type Difference, joinOutcomes, type Outcome, type Sides } from "./difference.ts";
import { sayList } from "./say-value.ts";

/** Compares what a property asks for beside it: `dependentRequired` and `dependentSchemas`. */
export function compareDependents(sides: Sides): Outcome {
  return joinOutcomes([compareDependentRequired(sides), compareDependentSchemas(sides)]);
}

function compareDependentRequired({ base, head }: Sides): Outcome {
  const names = new Set([...head.dependentRequired.keys(), ...base.dependentRequired.keys()]);
  const differences = [...names].flatMap((name): readonly Difference[] => {
    const [before, after] = [base.dependentRequired.get(name), head.dependentRequired.get(name)];
    const old = before?.value ?? [];
    const now = after?.value ?? [];
    const gained = now.filter((other) => !old.includes(other));
    const lost = old.filter((other) => !now.includes(other));
    const comparison = compareCounts(gained.length > 0, lost.length > 0);
    if (comparison === "equal") return [];
    const say = (some: readonly string[]) =>
      sayList(
        some.map((one) => `\`${one}\``),
        "and",
      );
    const said = [
      ...(gained.length > 0 ? [`needs ${say(gained)} beside it now`] : []),
      ...(lost.length > 0 ? [`no longer needs ${say(lost)} beside it`] : []),
    ];
    return [
      {
        ...{ subject: "dependent-required", comparison, isUntyped: true },
        message: `\`${name}\` ${said.join(", and ")}.`,
        ...{ base: before?.pointer, head: after?.pointer, before: before?.value, after: after?.value },
      },
    ];
  });
  return { differences, inner: [] };
}

function compareDependentSchemas({ base, head, name }: Sides): Outcome {
  const names = new Set([...head.dependentSchemas.keys(), ...base.dependentSchemas.keys()]);
  return joinOutcomes(
    [...names].map((property): Outcome => {
      const [before, after] = [base.dependentSchemas.get(property), head.dependentSchemas.get(property)];
      if (before !== undefined && after !== undefined)
        return { differences: [], inner: [{ step: [], base: before, head: after, isConditional: true }] };
      const place = (after ?? before)?.[0]?.pointer;
      const isAdded = before === undefined;
      return {
        differences: [
          {
            ...{ subject: "dependent-schemas", comparison: isAdded ? "narrower" : "wider", isUntyped: true },
            message: `${name(place)} with \`${property}\` ${isAdded ? "must be of another schema as well now" : "need not be of another schema now"}.`,
            ...{ base: before?.[0]?.pointer, head: after?.[0]?.pointer },
          },
        ],
        inner: [],
      };
    }),
  );
}
