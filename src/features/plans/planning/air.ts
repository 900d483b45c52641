/** How long hops stand, by what is known of the air over a region (`air` of its file). */
import { outagesOf, type FixedLink } from "../../../engines/propagation/outage.ts";
import { wayTo } from "../numbers.ts";
import type { Hop, Site } from "../records.ts";
import type { Region } from "./region.ts";

/**
 * Per cent of an average year, down to four places, in which neither rain nor multipath fades the hop beyond its margin.
 * Vertical polarisation, which both ends have unless somebody turns them. Undefined where nothing is said of the air.
 * @param margin dB over what the step of modulation needs that the plan counts on
 */
export function availabilityOf(
  hop: Omit<FixedLink, "polarisation"> & { readonly latitude: number },
  margin: number,
  air: Region["air"],
): number | undefined {
  if (!air) return undefined;
  const { latitude, ...way } = hop;
  const { rainOutage = 0, multipathOutage = 0 } = outagesOf(
    { ...way, polarisation: "vertical" },
    margin,
    { latitude, rain: air.rain, gradient: air.gradient },
  );
  return downTo4(Math.max(0, 100 - rainOutage - multipathOutage));
}

interface Worst {
  readonly site: Site;
  /** From its gateway on. */
  readonly way: readonly Hop[];
  /** Per cent of an average year in which all of them stand, if they fade at times of their own. */
  readonly availability: number;
}

/** The mast that serves places behind the hops that stand least; undefined where none is known to stand behind a hop. */
export function worstOf({
  sites,
  hops,
}: {
  readonly sites: readonly Site[];
  readonly hops: readonly Hop[];
}): Worst | undefined {
  let worst: Worst | undefined;
  for (const site of sites) {
    if (!site.serves) continue;
    const way = wayTo({ hops }, site.id);
    if (way.length === 0 || way.some((hop) => hop.availability === undefined)) continue;
    const all = way.reduce((share, hop) => (share * hop.availability!) / 100, 100);
    const availability = downTo4(all);
    if (!worst || availability < worst.availability) worst = { site, way, availability };
  }
  return worst;
}

const ROUNDING = 1e-7; // what arithmetic alone may take from a value of four places

/** A plan says no more than it reckons: 99.99996 is not 100. */
const downTo4 = (percent: number): number => Math.floor((percent + ROUNDING) * 1e4) / 1e4;
