/** Hops as arcs both ways, by the site that they leave. */
import type { Problem } from "./problem.ts";

/** From a site nearer to the internet to one farther; an arc holds from a level of the one and a level of the other upwards. */
export interface Arcs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly hop: Int32Array;
  readonly fromLevel: Int32Array;
  readonly toLevel: Int32Array;
  readonly cost: Float64Array;
  readonly capacity: Float64Array;
}

/**
 * @param levels heights of masts of each site, rising
 * @param levelAt number of the first of them
 */
export function arcsOf(
  { hops, sites }: Problem,
  levels: readonly number[][],
  levelAt: Int32Array,
): { readonly arcAt: Int32Array; readonly arcs: Arcs } {
  const list: { from: number; to: number; hop: number; fromLevel: number; toLevel: number }[] = [];
  const levelOf = (site: number, mast: number): number => {
    const index = levels[site]!.findIndex((height) => height >= mast);
    return index < 0 ? -1 : levelAt[site]! + index;
  };
  for (const [hop, { a, b, masts }] of hops.entries())
    for (const [up, down] of masts) {
      const [atA, atB] = [levelOf(a, up), levelOf(b, down)];
      if (atA < 0 || atB < 0) continue;
      list.push({ from: a, to: b, hop, fromLevel: atA, toLevel: atB });
      list.push({ from: b, to: a, hop, fromLevel: atB, toLevel: atA });
    }
  list.sort((x, y) => x.from - y.from || x.to - y.to || x.hop - y.hop);
  const perSite = sites.map(() => 0);
  for (const { from } of list) perSite[from]! += 1;
  return {
    arcAt: starts(perSite),
    arcs: {
      from: Int32Array.from(list, (arc) => arc.from),
      to: Int32Array.from(list, (arc) => arc.to),
      hop: Int32Array.from(list, (arc) => arc.hop),
      fromLevel: Int32Array.from(list, (arc) => arc.fromLevel),
      toLevel: Int32Array.from(list, (arc) => arc.toLevel),
      cost: Float64Array.from(list, (arc) => hops[arc.hop]!.cost),
      capacity: Float64Array.from(list, (arc) => hops[arc.hop]!.capacity),
    },
  };
}

/** Where each group begins in one list of all, and where the last ends. */
export function starts(counts: readonly number[]): Int32Array {
  const at = new Int32Array(counts.length + 1);
  for (const [i, count] of counts.entries()) at[i + 1] = at[i]! + count;
  return at;
}
