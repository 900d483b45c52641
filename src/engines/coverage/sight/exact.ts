/**
 * The least height at which a node sees a mast, each by a ray of its own: straight on the grid from the mast's node, with
 * the ground linear between the two nodes wherever the ray crosses a row or a column (R3 of W. R. Franklin and C. K. Ray,
 * "Higher isn't necessarily better: visibility algorithms and experiments", 1994). Slow and plain: what the fast sweep is
 * judged by.
 */
import { EARTH_RADIUS } from "../../terrain/great-circle.ts";
import type { Node } from "../../terrain/grid.ts";
import { metresTo } from "../disc.ts";
import { eachNode } from "../each-node.ts";
import type { Job } from "../job.ts";
import { LEAST, MOST } from "./rays.ts";

export const sweepSightExact = eachNode((job, disc) => (row, column) => {
  const target = { row: disc.window.top + row, column: disc.window.left + column };
  return leastHeight(job, target, metresTo(disc, row, column));
});

/**
 * Metres over the ground of `target`, 0 up to 6553.4.
 * @param metres along the ground from the site
 */
export function leastHeight(
  { grid, site, mast }: Pick<Job, "grid" | "site" | "mast">,
  target: Node,
  metres: number,
): number {
  const { heights, columns: width } = grid;
  const at = (row: number, column: number) => heights[row * width + column]!;
  const eye = at(site.row, site.column) + mast;
  const drop = metres ** 2 / ((8 / 3) * 1000 * EARTH_RADIUS); // at the target, below the eye's level
  const [down, right] = [target.row - site.row, target.column - site.column];
  let slope = -Infinity; // of the steepest line from the eye, metres over the whole way
  const see = (share: number, height: number) => {
    slope = Math.max(slope, (height - eye) / share - share * drop);
  };
  const [rows, columns] = [Math.abs(down), Math.abs(right)];
  for (let i = 1; i < rows; i++) {
    const share = i / rows;
    const row = site.row + Math.sign(down) * i;
    const column = site.column + share * right;
    const west = Math.floor(column);
    const rest = column - west;
    const over = at(row, west);
    see(share, rest === 0 ? over : over + (at(row, west + 1) - over) * rest);
  }
  for (let i = 1; i < columns; i++) {
    const share = i / columns;
    const column = site.column + Math.sign(right) * i;
    const row = site.row + share * down;
    const north = Math.floor(row);
    const rest = row - north;
    const over = at(north, column);
    see(share, rest === 0 ? over : over + (at(north + 1, column) - over) * rest);
  }
  const height = slope + drop + eye - at(target.row, target.column);
  return height > LEAST ? Math.min(MOST, height) : 0;
}
