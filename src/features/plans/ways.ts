/** A hop of a plan as a way over its ground. */
import { bulge, fresnelRadius, type Way } from "../../engines/propagation/clearance.ts";
import { lineOf } from "./browser/hop.ts";
import type { Hop, Plan } from "./records.ts";

/**
 * A plan keeps fewer heights than it was reckoned from: the one nearest to the tightest place stands as near to the line
 * as that place does, so that what is drawn is as clear as the plan says.
 */
export function wayOf(hop: Hop, { radio }: Pick<Plan, "radio">): Way {
  const heights = [...hop.profile];
  const last = heights.length - 1;
  const spacing = (hop.km * 1000) / last;
  const { fromMast, toMast, mhz: frequency, clearance, tightest } = hop;
  const way = { heights, spacing, fromMast, toMast, frequency, k: radio.k };
  if (tightest === undefined || last < 2) return way;
  const at = Math.min(last - 1, Math.max(1, Math.round((tightest * 1000) / spacing)));
  const [from, to] = [at * spacing, (last - at) * spacing];
  heights[at] =
    lineOf(way)(at) - bulge(from, to, radio.k) - clearance * fresnelRadius(from, to, frequency);
  return way;
}
