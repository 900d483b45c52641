/** Shapes as a hand would cut and draw them, as SVG: edges that are not quite straight, lines that swell. The same every time. */

export type Point = readonly [x: number, y: number];
/** Points, or as SVG writes them: `"0,0 10,-4"`. */
export type Points = readonly Point[] | string;

export const listed = (points: Points): readonly Point[] =>
  typeof points === "string"
    ? points.split(" ").map((pair): Point => {
        const [x, y] = pair.split(",").map(Number);
        return [x!, y!];
      })
    : points;

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const r = (n: number) => Math.round(n * 10) / 10;
const xy = ([x, y]: Point) => `${r(x)} ${r(y)}`;

/** A curve through all points (Catmull–Rom), as the `d` of a path. */
export function curve(line: Points, closed = false): string {
  const points = listed(line);
  const n = points.length;
  const at = (i: number): Point =>
    closed ? points[(i + n) % n]! : points[Math.min(Math.max(i, 0), n - 1)]!;
  let d = `M${xy(at(0))}`;
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const c1: Point = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6];
    const c2: Point = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6];
    d += `C${xy(c1)} ${xy(c2)} ${xy(p2)}`;
  }
  return closed ? `${d}Z` : d;
}

/** A soft shape, filled. */
export const blob = (points: Points, fill: string, more = ""): string =>
  `<path d="${curve(points, true)}" fill="${fill}" ${more}/>`;

/** A shape with corners, as cut with scissors. */
export const cut = (points: Points, fill: string, more = ""): string =>
  `<path d="M${listed(points).map(xy).join("L")}Z" fill="${fill}" ${more}/>`;

export const round = (x: number, y: number, radius: number, fill: string, more = ""): string =>
  `<circle cx="${r(x)}" cy="${r(y)}" r="${r(radius)}" fill="${fill}" ${more}/>`;

export const egg = (
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string,
  more = "",
): string =>
  `<ellipse cx="${r(x)}" cy="${r(y)}" rx="${r(rx)}" ry="${r(ry)}" fill="${fill}" ${more}/>`;

/** A line with round ends: arms, legs, poles. */
export const limb = (points: Points, width: number, colour: string, more = ""): string =>
  `<path d="${curve(points)}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;

/** A line drawn with a soft pen: thin where it begins and ends, never quite even. */
export function pen(line: Points, width: number, colour: string, more = ""): string {
  const points = listed(line);
  const rand = chance(points.length * 977 + Math.round(points[0]![0] * 31 + points[0]![1] * 17));
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i < points.length; i++) {
    const a = points[Math.max(i - 1, 0)]!;
    const b = points[Math.min(i + 1, points.length - 1)]!;
    const long = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const along = i / (points.length - 1);
    const swell = Math.min(1, 0.15 + 4 * along * (1 - along));
    const half = (width / 2) * swell * (0.75 + 0.5 * rand());
    const [nx, ny] = [(-(b[1] - a[1]) / long) * half, ((b[0] - a[0]) / long) * half];
    left.push([points[i]![0] + nx, points[i]![1] + ny]);
    right.unshift([points[i]![0] - nx, points[i]![1] - ny]);
  }
  return blob([...left, ...right], colour, more);
}

/** Put a drawing somewhere else, larger or smaller, or turned; degrees. */
export const put = (x: number, y: number, scale: number, what: string, turned = 0): string =>
  `<g transform="translate(${r(x)} ${r(y)}) rotate(${turned}) scale(${Math.abs(scale) === scale ? scale : `${scale} ${-scale}`})">${what}</g>`;
