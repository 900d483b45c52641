/**
 * Summits and their prominence: the height over the lowest saddle that must be crossed to reach higher ground. Method: the
 * grid is flooded from the top; each island that meets a higher one there has its saddle (union-find, as in A. Kirmse and
 * J. de Ferranti, "Calculating the prominence and isolation of every mountain in the world", 2017). The edge of the grid
 * counts as any other ground, so that near it a summit may seem more prominent than it is.
 */
import type { Grid, Node } from "../../../engines/terrain/grid.ts";

interface Summit extends Node {
  /** m */
  readonly height: number;
  readonly prominence: number;
}

/** @param least metres of prominence; @param inside whether a node is of interest; @returns the highest first */
export function summitsOf(
  grid: Grid,
  least: number,
  inside: (row: number, column: number) => boolean,
): Summit[] {
  const { rows, columns, heights } = grid;
  const order = fromTheTop(heights);
  const parent = new Int32Array(heights.length).fill(-1); // -1: still under water
  const summit = new Int32Array(heights.length); // of an island's root: its highest node
  const found: Summit[] = [];
  const note = (node: number, saddle: number) => {
    const prominence = heights[node]! - saddle;
    const [row, column] = [Math.floor(node / columns), node % columns];
    if (prominence >= least && inside(row, column))
      found.push({ row, column, height: heights[node]!, prominence });
  };
  for (const node of order) {
    parent[node] = node;
    summit[node] = node;
    const [row, column] = [Math.floor(node / columns), node % columns];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        const near = y * columns + x;
        if (near === node || parent[near] === -1) continue;
        const [a, b] = [rootOf(parent, node), rootOf(parent, near)];
        if (a === b) continue;
        const [high, low] = heights[summit[a]!]! >= heights[summit[b]!]! ? [a, b] : [b, a];
        if (summit[low] !== node) note(summit[low]!, heights[node]!);
        parent[low] = high;
      }
  }
  const last = order[0];
  if (last !== undefined) note(last, heights[order.at(-1)!]!);
  return found.toSorted((a, b) => b.height - a.height || a.row - b.row || a.column - b.column);
}

/** The nodes by height, the highest first, equal ones as they stand: a counting sort by decimetres. */
function fromTheTop(heights: Float32Array): Int32Array {
  let [low, high] = [Infinity, -Infinity];
  for (const height of heights) {
    if (height < low) low = height;
    if (height > high) high = height;
  }
  const step = 10; // of a metre
  const starts = new Int32Array(Math.round((high - low) * step) + 2);
  const slot = (height: number) => Math.round((high - height) * step);
  for (const height of heights) starts[slot(height) + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const order = new Int32Array(heights.length);
  for (let i = 0; i < heights.length; i++) order[starts[slot(heights[i]!)]!++] = i;
  return order;
}

function rootOf(parent: Int32Array, node: number): number {
  let root = node;
  while (parent[root] !== root) root = parent[root]!;
  while (parent[node] !== root) {
    const next = parent[node]!;
    parent[node] = root;
    node = next;
  }
  return root;
}
