/** The nodes of a part of a disc, gathered by the radial that each lies nearest to. */
import { latitudeOf, type Grid, type Node } from "../terrain/grid.ts";
import type { Disc } from "./disc.ts";

/** Radials leave the site at equal angles: number 0 to the north, and on through the east. */
export interface Sector {
  /** The first radial, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Where each radial's nodes begin in `nodes`; one more than there are radials. */
  readonly starts: Int32Array;
  /** Places in the window: row · columns + column. */
  readonly nodes: Int32Array;
}

interface Cut {
  /** Of sectors; a multiple of four, so that each lies within a quarter of the circle. */
  readonly count: number;
  /** Of all radials. */
  readonly radials: number;
}

/** Sector `index` around the site. Every node of the disc but the site itself is in one sector alone. */
export function sectorOf(
  { grid, site }: { readonly grid: Grid; readonly site: Node },
  disc: Disc,
  index: number,
  { count, radials }: Cut,
): Sector {
  const from = Math.ceil((radials * index) / count);
  const to = Math.ceil((radials * (index + 1)) / count);
  const spans = spansWithin({ grid, site }, disc, [from / radials, to / radials]);
  const most = spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const found: Found = { radials: new Int32Array(most), places: new Int32Array(most), count: 0 };
  for (const span of spans) gather(disc, span, radials, { from, to }, found);
  const starts = new Int32Array(to - from + 1);
  for (let i = 0; i < found.count; i++) starts[found.radials[i]! + 1]! += 1;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const next = starts.slice();
  const nodes = new Int32Array(found.count);
  for (let i = 0; i < found.count; i++) nodes[next[found.radials[i]!]!++] = found.places[i]!;
  return { from, to, starts, nodes };
}

interface Found {
  /** From the sector's first. */
  readonly radials: Int32Array;
  readonly places: Int32Array;
  count: number;
}

/** The nodes of a row that belong to the sector. */
function gather(
  disc: Disc,
  { row, first, last }: Span,
  radials: number,
  { from, to }: { readonly from: number; readonly to: number },
  found: Found,
): void {
  const { halfColumn, sinColumn, window } = disc;
  const sin = disc.sinRow[row]!;
  const lift = disc.lift[row]!;
  const cos = disc.cosRow[row]!;
  const perRadian = radials / (2 * Math.PI);
  let { count } = found;
  for (let column = first; column <= last; column++) {
    const north = sin + lift * halfColumn[column]!;
    const east = cos * sinColumn[column]!;
    if (north === 0 && east === 0) continue; // the site
    let radial = Math.trunc(bearingOf(north, east) * perRadian + 0.5);
    if (radial === radials) radial = 0;
    if (radial < from || radial >= to) continue;
    found.radials[count] = radial - from;
    found.places[count++] = row * window.columns + column;
  }
  found.count = count;
}

interface Span {
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The columns of each row that may lie between two turns from north (shares of a circle, within one quarter), widened by
 * what great circles depart from straight lines of the grid, and cut to the disc.
 */
function spansWithin(
  { grid, site }: { readonly grid: Grid; readonly site: Node },
  disc: Disc,
  turns: readonly [number, number],
): readonly Span[] {
  const { window } = disc;
  const lat = (latitudeOf(grid, site.row) * Math.PI) / 180;
  const aspect = grid.stepLat / (grid.stepLon * Math.cos(lat));
  const farthest = Math.max(window.rows, window.columns);
  const bend = (farthest ** 2 * grid.stepLat * Math.PI * Math.abs(Math.tan(lat))) / 180;
  const slack = 3 + Math.ceil(bend);
  const middle = Math.cos(Math.PI * (turns[0] + turns[1]));
  const slopes = turns.map((turn) => {
    const northward = Math.max(1e-12, Math.abs(Math.cos(2 * Math.PI * turn))) * Math.sign(middle);
    return (Math.sin(2 * Math.PI * turn) / northward) * aspect;
  });
  const spans: Span[] = [];
  for (let row = 0; row < window.rows; row++) {
    const north = site.row - window.top - row;
    const reach = [north - slack, north + slack].map((y) => (y * middle > 0 ? y : 0));
    if (reach[0] === 0 && reach[1] === 0) continue;
    const sides = reach.flatMap((y) => slopes.map((slope) => y * slope));
    const column = site.column - window.left;
    const first = Math.max(disc.first[row]!, Math.floor(column + Math.min(...sides) - slack));
    const last = Math.min(disc.last[row]!, Math.ceil(column + Math.max(...sides) + slack));
    if (first <= last) spans.push({ row, first, last });
  }
  return spans;
}

/** Radians from north through east, 0 to 2 π, by a polynomial (Abramowitz and Stegun, 4.4.49, with more terms) that errs by less than 3e-6. */
function bearingOf(north: number, east: number): number {
  const [n, e] = [Math.abs(north), Math.abs(east)];
  const x = Math.min(n, e) / Math.max(n, e);
  const s = x * x;
  let turn =
    x *
    (0.99997726 +
      s * (-0.33262347 + s * (0.19354346 + s * (-0.11643287 + s * (0.05265332 - s * 0.0117212)))));
  if (e > n) turn = Math.PI / 2 - turn;
  if (north < 0) turn = Math.PI - turn;
  return east < 0 ? 2 * Math.PI - turn : turn;
}
