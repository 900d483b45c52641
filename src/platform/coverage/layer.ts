/** What coverage says of a part of a grid, as it is written into files. */
import type { Window } from "../../engines/coverage/job.ts";
import type { Grid } from "../../engines/terrain/grid.ts";

export interface Layer {
  readonly grid: Grid;
  readonly window: Window;
  /** By the window's rows; NaN where nothing is said: outside of the disc, and where nobody measured the ground. */
  readonly values: Float32Array;
  /** Of several sites, the number from 0 of the one that serves best. */
  readonly servers: Uint16Array | undefined;
  readonly unit: "dB" | "m";
  /** What the values are, in a sentence for whoever opens the file; otherwise what the unit says. */
  readonly says?: string;
}
