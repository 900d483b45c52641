/** Nodes that nobody measured: filled so that a way over them has a height, and flagged so that it is never taken for a measured one. */
import { fillHoles } from "./fill-holes.ts";
import { newHeights, type Grid, type Node } from "./grid.ts";

export interface FilledGrid {
  /** Without NaN. */
  readonly grid: Grid;
  /** 1 where the height is a guess, node by node; absent where every node was measured. */
  readonly voids: Uint8Array | undefined;
}

/** @throws Error when no node was measured */
export function fillVoids(grid: Grid): FilledGrid {
  const { heights, rows, columns } = grid;
  const known = new Uint8Array(heights.length);
  let measured = 0;
  for (let i = 0; i < heights.length; i++) {
    if (Number.isNaN(heights[i])) continue;
    known[i] = 1;
    measured += 1;
  }
  if (measured === heights.length) return { grid, voids: undefined };
  if (measured === 0)
    throw new Error("Expected ground with measured heights, found voids (-32768) alone.");
  const values = newHeights(heights.length);
  values.set(heights);
  fillHoles({ values, known, width: columns, height: rows });
  return { grid: { ...grid, heights: values }, voids: known.map((flag) => 1 - flag) };
}

export const isVoid = ({ grid, voids }: FilledGrid, { row, column }: Node): boolean =>
  voids?.[row * grid.columns + column] === 1;
