/**
 * The disc around a site as four quarters, each a stack of rings: the rows to the north and the south, the columns to the
 * east and the west, from the site out. On a ring nodes are counted from the middle.
 */
import { EARTH_RADIUS } from "../../terrain/great-circle.ts";
import { table, type Disc } from "../disc.ts";
import type { Job } from "../job.ts";

export interface Quarter {
  /** Rings, the site's own not counted. */
  readonly depth: number;
  /** By ring: the first and last node in the disc, from -ring up to ring. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Whether the diagonals' nodes are of this quarter; else they are its neighbours'. */
  readonly hasDiagonals: boolean;
  /** What the grid has on a ring. */
  readonly from: number;
  readonly to: number;
  /** Steps in the grid's heights and in the window: from ring to ring, from node to node. */
  readonly ringStep: number;
  readonly nodeStep: number;
  readonly outRingStep: number;
  readonly outNodeStep: number;
  /**
   * What the bulge of the Earth takes from a height, by ring: t nodes aside for every ring from the site's level down
   * ring · (base + t · (turn + t · lean)) metres; the haversine's series, off by less than a centimetre in 30 km.
   */
  readonly base: Float64Array;
  readonly turn: Float64Array;
  readonly lean: Float64Array;
}

/** Metres below the level for a half haversine: d² / 2ka with d² = 4a²·half and k = 4/3. */
const BELOW = 1500 * EARTH_RADIUS;
const RAD = Math.PI / 180;

export function quartersOf(job: Job, disc: Disc): Quarter[] {
  return [
    upright(job, disc, -1),
    upright(job, disc, 1),
    lying(job, disc, -1),
    lying(job, disc, 1),
  ].filter((quarter) => quarter.depth > 0);
}

/** To the north (-1) or the south (1): rings are rows. */
function upright({ grid, site }: Job, disc: Disc, way: 1 | -1): Quarter {
  const { window } = disc;
  const [row0, column0] = [site.row - window.top, site.column - window.left];
  const isIn = (ring: number, node: number) => {
    const [row, column] = [row0 + way * ring, column0 + node];
    return row >= 0 && row < window.rows && column >= disc.first[row]! && column <= disc.last[row]!;
  };
  const limits = limitsOf(isIn, Math.max(row0, window.rows - 1 - row0));
  const rings = limits.depth + 1;
  const [up, aside] = [
    (BELOW / 4) * (grid.stepLat * RAD) ** 2,
    (BELOW / 4) * (grid.stepLon * RAD) ** 2,
  ];
  return {
    ...limits,
    hasDiagonals: true,
    from: -column0,
    to: window.columns - 1 - column0,
    ringStep: way * grid.columns,
    nodeStep: 1,
    outRingStep: way * window.columns,
    outNodeStep: 1,
    base: table(rings, (ring) => up * ring),
    turn: new Float64Array(rings),
    lean: table(rings, (ring) => aside * ring * disc.reach[row0 + way * ring]!),
  };
}

/** To the west (-1) or the east (1): rings are columns. */
function lying({ grid, site }: Job, disc: Disc, way: 1 | -1): Quarter {
  const { window } = disc;
  const [row0, column0] = [site.row - window.top, site.column - window.left];
  const isIn = (ring: number, node: number) => {
    const [row, column] = [row0 + node, column0 + way * ring];
    return row >= 0 && row < window.rows && column >= disc.first[row]! && column <= disc.last[row]!;
  };
  const limits = limitsOf(isIn, Math.max(column0, window.columns - 1 - column0));
  const rings = limits.depth + 1;
  const [out, aside] = [
    (BELOW / 4) * (grid.stepLon * RAD) ** 2,
    (BELOW / 4) * (grid.stepLat * RAD) ** 2,
  ];
  // The cosine of the latitude changes along a ray: with y = t · ring steps southwards, cos φ + y sin φ - y² cos φ / 2.
  const step = grid.stepLat * RAD;
  const cos2 = disc.reach[row0]!;
  const sign = Math.sign(grid.north - site.row * grid.stepLat);
  const turn = out * step * sign * Math.sqrt(cos2 * (1 - cos2));
  const bend = (out * step ** 2 * cos2) / 2;
  return {
    ...limits,
    hasDiagonals: false,
    from: -row0,
    to: window.rows - 1 - row0,
    ringStep: way,
    nodeStep: grid.columns,
    outRingStep: way,
    outNodeStep: window.columns,
    base: table(rings, (ring) => out * cos2 * ring),
    turn: table(rings, (ring) => turn * ring * ring),
    lean: table(rings, (ring) => aside * ring - bend * ring ** 3),
  };
}

/** The nodes of the disc on a ring are neighbours, and the limits of the next are near. */
function limitsOf(
  isIn: (ring: number, node: number) => boolean,
  most: number,
): Pick<Quarter, "depth" | "first" | "last"> {
  const [first, last] = [new Int32Array(most + 1), new Int32Array(most + 1)];
  let depth = 0;
  for (let ring = 1; ring <= most && isIn(ring, 0); ring++) {
    let [from, to] = [first[ring - 1]!, last[ring - 1]!];
    while (!isIn(ring, from)) from += 1;
    while (!isIn(ring, to)) to -= 1;
    while (from > -ring && isIn(ring, from - 1)) from -= 1;
    while (to < ring && isIn(ring, to + 1)) to += 1;
    first[ring] = from;
    last[ring] = to;
    depth = ring;
  }
  return { depth, first, last };
}

/**
 * Where slice `index` of so many begins, all of equally many nodes: a node is of a slice when cut · ring <= node and it is
 * before the next slice's cut. The first begins and the last ends beyond the quarter.
 */
export function cutOf({ depth, first, last }: Quarter, index: number, parts: number): number {
  if (index === 0) return -2;
  if (index === parts) return 2;
  const before = (cut: number) => {
    let nodes = 0;
    for (let ring = 1; ring <= depth; ring++) {
      const to = Math.min(last[ring]! + 1, Math.ceil(cut * ring));
      if (to > first[ring]!) nodes += to - first[ring]!;
    }
    return nodes;
  };
  const wanted = (before(2) * index) / parts;
  let [low, high] = [-1, 1];
  for (let turn = 0; turn < 20; turn++) {
    const middle = (low + high) / 2;
    if (before(middle) < wanted) low = middle;
    else high = middle;
  }
  return high;
}
