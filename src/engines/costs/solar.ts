/**
 * How large a solar array and its battery must be to carry a load through the darkest month. Method: the energy balance of
 * IEEE Std 1562-2021, "Recommended Practice for Sizing Stand-Alone Photovoltaic (PV) Systems".
 */
import { expectAmount } from "./item.ts";

export interface Sun {
  /** Peak-sun hours a day on the plane of the array (kWh/m² a day): of the worst month, or of each, January to December. */
  readonly hours: number | readonly number[];
  /** Days that the battery alone must carry. */
  readonly autonomy: number;
  /** Share of the array's rating that arrives: heat, dirt, wiring, controller. */
  readonly performance: number;
  /** Share of the battery that may be used, and of what is put in that comes out. */
  readonly depth: number;
  readonly efficiency: number;
}

export const SUN_DEFAULTS = {
  autonomy: 3,
  performance: 0.7,
  depth: 0.8,
  efficiency: 0.95,
} as const;

interface SolarSize {
  /** W of panels at standard test conditions. */
  readonly panels: number;
  /** kWh of battery, new. */
  readonly battery: number;
}

/** The hours a day that decide for a load that is the same all year: those of the month with the least. */
export const darkest = (hours: Sun["hours"]): number =>
  typeof hours === "number" ? hours : Math.min(...hours);

/**
 * panels = load × 24 / (sun hours × performance); battery = load × 24 × days / (depth × efficiency). Both grow in
 * proportion to the load, so what a part of a load needs does not depend on the rest.
 * @param load W, all day and all year
 * @throws RangeError
 */
export function solarFor(load: number, sun: Sun): SolarSize {
  expectAmount(load, "A load in W");
  const hours = darkest(sun.hours);
  expectAmount(sun.autonomy, "Days of autonomy");
  for (const [name, value, most] of [
    ["Sun hours a day", hours, 24],
    ["Performance", sun.performance, 1],
    ["Depth of discharge", sun.depth, 1],
    ["Efficiency", sun.efficiency, 1],
  ] as const)
    if (!(value > 0 && value <= most))
      throw new RangeError(`${name}: expected a number over 0 up to ${most}, got ${value}.`);
  const day = load * 24; // Wh
  return {
    panels: day / (hours * sun.performance),
    battery: (day * sun.autonomy) / (sun.depth * sun.efficiency) / 1000,
  };
}
