/** Numbers that could be about one person are not shown: they are added up under one line. Rule CN4. Pure. */
import type { Count } from "../../platform/web/tally.ts";

const FEW = 5; // below it nobody is told apart from nobody

export interface Blurred {
  /** The most first; each at least `FEW`. */
  readonly many: readonly { readonly name: string; readonly n: number }[];
  /** How many more names there are, each with fewer; their sum is shown where it is itself large enough. */
  readonly few: { readonly names: number; readonly sum: number | undefined };
}

/** Of one day and one kind, or of several days: each day is looked at by itself before they are added. */
export function blurred(counts: readonly Count[]): Blurred {
  const many = new Map<string, number>();
  const few = new Set<string>();
  let sum = 0;
  for (const { name, n } of counts) {
    if (n >= FEW) many.set(name, (many.get(name) ?? 0) + n);
    else {
      few.add(name);
      sum += n;
    }
  }
  return {
    many: [...many]
      .map(([name, n]) => ({ name, n }))
      .toSorted((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1)),
    few: { names: few.size, sum: sum >= FEW ? sum : undefined },
  };
}
