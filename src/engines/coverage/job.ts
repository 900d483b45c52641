/** What is asked of a sweep, and what it writes. */
import type { Grid, Node } from "../terrain/grid.ts";
import type { ItmOptions } from "../propagation/itm/options.ts";

/**
 * `itm`: loss in dB by the Irregular Terrain Model; `bullington`: loss in dB by free space and delta-Bullington
 * diffraction (ITU-R P.526); `los`: the least height of a receiver over the ground in metres at which it sees the mast.
 */
export type Model =
  | ({ readonly kind: "itm" } & ItmOptions)
  | { readonly kind: "bullington"; readonly frequency: number }
  | { readonly kind: "los" };

export interface Job {
  /** Without voids: these are filled first, and `isVoid` says where they were. */
  readonly grid: Grid;
  /** The node that the mast stands on. */
  readonly site: Node;
  /** Metres over the ground. */
  readonly mast: number;
  readonly receiver: number;
  /** km along the ground. */
  readonly radius: number;
  readonly model: Model;
  /** Each node on its own profile, or along radials that many nodes share. */
  readonly mode: "exact" | "fast";
}

/** The part of the grid in which the disc lies. */
export interface Window {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** One of several equal shares of a job; shares write different nodes, so that threads need no lock. */
export interface Share {
  readonly part: number;
  readonly parts: number;
}

/**
 * Writes the values of the share's nodes into `out` (the window's rows from the north, each from the west; what lies
 * outside of the disc is left as it is).
 * @returns how many nodes it wrote
 */
export type Sweep = (job: Job, window: Window, share: Share, out: Float32Array) => number;
