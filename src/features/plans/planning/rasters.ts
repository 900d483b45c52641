/** Which channels a radio may take: those of its band, by their width. */
import type { Radio } from "../../../engines/costs/radios.ts";

/** A band in which anybody may send, with its channels in MHz. */
export interface Raster {
  readonly from: number;
  readonly to: number;
  /** Widths, from the narrowest, each with the centres of its channels. */
  readonly channels: readonly (readonly [width: number, centres: readonly number[]])[];
  /** What a plan says of European rules for antennas outdoors in it. */
  readonly said: string;
}

/** IEEE Std 802.11-2020, annex E: the channel of a number lies at 5000 MHz and 5 MHz more for each. */
const numbered = (...numbers: readonly number[]) => numbers.map((number) => 5000 + 5 * number);

/**
 * European rasters. A radio's power is that of its own part of the band, so that it takes no channel of another.
 *
 * 5 GHz: IEEE Std 802.11-2020, table E-2 (Europe), operating classes 1 to 3, 5 to 10, 128 and 129. The parts, indoor use
 * and DFS: ECC/DEC/(04)08; equipment: ETSI EN 301 893. 5725 to 5875 MHz is under another standard (ETSI EN 302 502,
 * ECC/REC/(06)04) and has no raster here: to be checked with the regulator.
 *
 * 60 GHz: the channels of IEEE Std 802.11 lie at 56,160 MHz and 2,160 MHz more for each. Older radios (802.11ad) have 1 to
 * 4 alone, though ERC/REC 70-03, annex 3, goes to 71 GHz. It forbids fixed antennas outdoors in c1 and leaves them c2 and
 * c3, by ETSI EN 303 722 among others; the scope of EN 302 567 V2.1.1 excludes links between fixed points outdoors.
 */
const RASTERS: readonly Raster[] = [
  {
    from: 5150,
    to: 5350,
    channels: [
      [20, numbered(36, 40, 44, 48, 52, 56, 60, 64)],
      [40, numbered(38, 46, 54, 62)],
      [80, numbered(42, 58)],
      [160, numbered(50)],
    ],
    said: "In Europe, 5150 to 5350 MHz is generally limited to indoor use. Above 5250 MHz, a radio that detects radar changes its channel by itself (DFS).",
  },
  {
    from: 5470,
    to: 5725,
    channels: [
      [20, numbered(100, 104, 108, 112, 116, 120, 124, 128, 132, 136, 140)],
      [40, numbered(102, 110, 118, 126, 134)],
      [80, numbered(106, 122)],
      [160, numbered(114)],
    ],
    said: "From 5470 to 5725 MHz, a radio that detects radar changes its channel by itself (DFS), perhaps to one that its neighbours use.",
  },
  {
    from: 57_000,
    to: 66_000,
    channels: [[2160, [58_320, 60_480, 62_640, 64_800]]],
    said: "In Europe, outdoor links from 57 to 71 GHz have their own limits for power and antenna gain.",
  },
];

export type Sender = Pick<Radio, "mhz" | "bandwidth" | "licensed">;

/** Undefined for a radio whose channels a regulator gives out, or of which no raster is known here. */
export const rasterOf = ({ mhz, bandwidth, licensed }: Sender): Raster | undefined =>
  licensed
    ? undefined
    : RASTERS.find(
        ({ from, to, channels }) => mhz >= from && mhz <= to && bandwidth <= channels.at(-1)![0],
      );

/** Centres of the narrowest channels that hold the radio, MHz. */
export const centresIn = ({ channels }: Raster, { bandwidth }: Sender): readonly number[] =>
  channels.find(([width]) => bandwidth <= width)![1];
