/** A hop of a plan as a way over its ground. */
import type { Way } from "../../engines/propagation/clearance.ts";
import type { Hop, Plan } from "./records.ts";

export const wayOf = (hop: Hop, { radio }: Pick<Plan, "radio">): Way => ({
  heights: hop.profile,
  spacing: (hop.km * 1000) / (hop.profile.length - 1),
  fromMast: hop.fromMast,
  toMast: hop.toMast,
  frequency: hop.mhz,
  k: radio.k,
});
