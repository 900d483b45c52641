/** Places of which nobody said how many people live there: they weigh nothing in the choice, and are served where a mast that is built anyway reaches them. */
import type { Asked } from "./asking.ts";
import { waysAt } from "./asking.ts";
import type { Chosen } from "./choosing.ts";
import { peopleWithout } from "./demand.ts";
import type { Served } from "./sectors.ts";

export function withUnknown(of: Asked, chosen: Chosen): Chosen {
  const { choice, steps } = chosen;
  const servedBy = Int32Array.from(choice.servedBy);
  const serving = choice.built.flatMap(({ site, option }) => {
    const { layout } = waysAt(of, site)[option]!;
    return layout ? [{ site, layout }] : [];
  });
  for (const [place, one] of of.places.entries()) {
    if (servedBy[place]! >= 0 || peopleWithout(one) > 0) continue;
    let best: { readonly site: number; readonly seen: Served } | undefined;
    for (const { site, layout } of serving) {
      const seen = layout.serves.find((served) => served.place === place);
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
