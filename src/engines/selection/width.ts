/** What the widest way from an uplink to each site carries: a place that asks for more can never be served from there. */
import type { Arcs } from "./arcs.ts";

/** @param uplink Mbit/s of the best uplink of each site, 0 without one. @returns Mbit/s for each site, 0 where no way leads */
export function widestWays(
  uplink: readonly number[],
  arcAt: Int32Array,
  { to, capacity }: Arcs,
): Float64Array {
  const width = Float64Array.from(uplink);
  let active = [...uplink.keys()].filter((site) => uplink[site]! > 0);
  while (active.length > 0) {
    const widened = new Set<number>();
    for (const site of active)
      for (let arc = arcAt[site]!; arc < arcAt[site + 1]!; arc++) {
        const carried = Math.min(width[site]!, capacity[arc]!);
        if (carried <= width[to[arc]!]!) continue;
        width[to[arc]!] = carried;
        widened.add(to[arc]!);
      }
    active = [...widened];
  }
  return width;
}
