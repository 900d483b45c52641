/** The exact way of every model: each node of the disc by itself. */
import { discAround, type Disc } from "./disc.ts";
import type { Job, Sweep } from "./job.ts";

/** Of a node, by the rows and columns of the disc's window. */
export type ValueAt = (row: number, column: number) => number;

/** Shares are every so many rows. @param valuesOf what the job's nodes are worth, made once for all of them */
export const eachNode =
  (valuesOf: (job: Job, disc: Disc) => ValueAt): Sweep =>
  (job, window, { part, parts }, out) => {
    const disc = discAround(job.grid, job.site, job.radius);
    const valueAt = valuesOf(job, disc);
    let written = 0;
    for (let row = part; row < window.rows; row += parts)
      for (let column = disc.first[row]!; column <= disc.last[row]!; column++) {
        out[row * window.columns + column] = valueAt(row, column);
        written += 1;
      }
    return written;
  };
