/** All that a fixed link over known ground is asked: is its way clear, what is lost on it, how long does it stand? */
import { clearance, MEDIAN_K, type Clearance } from "./clearance.ts";
import { EARTH_RADIUS } from "../terrain/great-circle.ts";
import { freeSpaceLoss } from "./free-space.ts";
import { itmPointToPoint, type ItmGround } from "./itm/p2p.ts";
import type { ItmOptions } from "./itm/options.ts";
import type { ItmResult } from "./itm/result.ts";
import { ItmError } from "./itm/itm-error.ts";
import { deltaBullington, type DeltaBullington } from "./p526/delta-bullington.ts";
import { outagesOf, type Outages, type Weather } from "./outage.ts";
import { gasLoss } from "./p676/gases.ts";

export interface Link {
  /** Metres over the sea from end to end at equal steps, both ends with them; at least three. */
  readonly heights: Float64Array;
  /** Metres. */
  readonly spacing: number;
  /** Antennas over the ground, metres. */
  readonly fromMast: number;
  readonly toMast: number;
  readonly k?: number;
  readonly itm: ItmOptions;
}

/** What the radio brings and needs. */
interface Radio {
  /** dBm into the antenna. */
  readonly power: number;
  /** dBi at both ends. */
  readonly fromGain: number;
  readonly toGain: number;
  /** dBm that the receiver needs. */
  readonly sensitivity: number;
}

export interface LinkReport {
  readonly km: number;
  readonly clearance: Clearance;
  /** dB; basic transmission losses, but for what diffraction and gases add. */
  readonly freeSpace: number;
  readonly diffraction: DeltaBullington;
  /** What oxygen and vapour of a standard air take on the way; nothing is said of it under 1 GHz. */
  readonly gases: number;
  /** Or why ITM refuses the path. */
  readonly itm: ItmResult | string;
}

export interface Budget extends Outages {
  /** dBm at the receiver, by free space, diffraction and gases. */
  readonly received: number;
  /** dB over what the receiver needs. */
  readonly margin: number;
}

/** @throws RangeError where the link is none: masts below the ground, no frequency, too short a profile */
export function linkOverGround(link: Link): LinkReport {
  const { heights, spacing, fromMast, toMast, k = MEDIAN_K, itm } = link;
  for (const mast of [fromMast, toMast])
    if (!(mast >= 0)) throw new RangeError(`Expected masts of 0 m or more, got ${mast}.`);
  const { frequency } = itm;
  const last = heights.length - 1;
  const km = (spacing * last) / 1000;
  return {
    km,
    clearance: clearance({ heights, spacing, fromMast, toMast, frequency, k }),
    freeSpace: freeSpaceLoss(km, frequency),
    diffraction: deltaBullington(
      {
        distances: Float64Array.from(heights, (_, i) => (i * spacing) / 1000),
        heights,
        transmitter: heights[0]! + fromMast,
        receiver: heights[last]! + toMast,
      },
      { ...itm, radius: k * EARTH_RADIUS },
    ),
    gases: gasLoss(km, frequency),
    itm: itmOrWhyNot({ transmitter: fromMast, receiver: toMast, heights, spacing }, itm),
  };
}

function itmOrWhyNot(ground: ItmGround, options: ItmOptions): ItmResult | string {
  try {
    return itmPointToPoint(ground, options);
  } catch (error) {
    if (error instanceof ItmError) return error.message;
    throw error;
  }
}

export function linkBudget(
  { heights, fromMast, toMast, itm }: Link,
  report: LinkReport,
  radio: Radio,
  weather: Weather,
): Budget {
  const { km } = report;
  const received =
    radio.power +
    radio.fromGain +
    radio.toGain -
    report.freeSpace -
    report.diffraction.loss -
    report.gases;
  const margin = received - radio.sensitivity;
  const way = {
    km,
    mhz: itm.frequency,
    ends: [heights[0]! + fromMast, heights.at(-1)! + toMast],
    polarisation: itm.polarisation,
  } as const;
  return { received, margin, ...outagesOf(way, margin, weather) };
}
