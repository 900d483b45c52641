/** Places of which nobody said how many people live there: they weigh nothing in the choice, and are served where a mast that is built anyway reaches them. */
import type { Asked } from "./asking.ts";
import { peopleWithout, waysAt } from "./asking.ts";
import type { Chosen } from "./choosing.ts";
import type { Reach } from "./reach.ts";

export function withUnknown(of: Asked, chosen: Chosen): Chosen {
  const { choice, steps } = chosen;
  const servedBy = Int32Array.from(choice.servedBy);
  const serving = choice.built.filter(({ site, option }) => waysAt(of, site)[option]!.serves);
  for (const [place, one] of of.places.entries()) {
    if (servedBy[place]! >= 0 || peopleWithout(one) > 0) continue;
    let best: { readonly site: number; readonly seen: Reach } | undefined;
    for (const { site, option } of serving) {
      const { at } = waysAt(of, site)[option]!;
      const seen = of.reaches[site]![at]!.find((reach) => reach.place === place);
      if (seen && !(best && best.seen.margin >= seen.margin)) best = { site, seen };
    }
    if (best) servedBy[place] = best.site;
  }
  return {
    ...chosen,
    choice: { ...choice, servedBy },
    steps: steps.map((step) => ({
      ...step,
      places: [...new Set([...step.places, ...newIn(step.sites, servedBy, choice.servedBy)])],
    })),
  };
}

const newIn = (sites: readonly number[], now: Int32Array, before: ArrayLike<number>): number[] =>
  Array.from(now.keys()).filter((i) => now[i] !== before[i] && sites.includes(now[i]!));
