/** How the profile of a link is drawn: the ground with the Earth's bulge, the line, the first Fresnel zone around it. */
import { fresnelRadius, type Way } from "../../../engines/propagation/clearance.ts";
import { groundOf, lineOf } from "./hop.ts";

export const [WIDTH, HEIGHT] = [640, 340];
export const [LEFT, RIGHT, TOP, BASE] = [78, 628, 24, 288];
const MOST = 240; // points of a path: more than can be told apart

/** Path data, and where the scales stand; px of the drawing. */
interface ProfileShape {
  readonly ground: string;
  readonly zone: string;
  readonly line: string;
  /** The masts, foot to top. */
  readonly masts: string;
  readonly axis: string;
  readonly heights: readonly { readonly y: number; readonly value: number }[];
  readonly distances: readonly { readonly x: number; readonly value: number }[];
  readonly ends: readonly [Point, Point];
}
interface Point {
  readonly x: number;
  readonly y: number;
}

export function profileShape(way: Way): ProfileShape {
  const { heights, spacing } = way;
  const last = heights.length - 1;
  const length = spacing * last;
  const line = lineOf(way);
  const steps = tightestOf(way, MOST);
  const radius = (i: number) =>
    i % last === 0 ? 0 : fresnelRadius(i * spacing, length - i * spacing, way.frequency);
  const ground = groundOf(way);
  const all = steps.flatMap((i) => [ground(i), line(i) + radius(i), line(i) - radius(i)]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const step = roundStep((high - low) / 4);
  const floor = Math.floor(low / step) * step;
  const x = (i: number) => tenth(LEFT + ((RIGHT - LEFT) * i) / last);
  const y = (m: number) => tenth(BASE - ((BASE - TOP) * (m - floor)) / (high - floor || 1));
  const through = (points: readonly Point[]) => points.map((p) => `${p.x} ${p.y}`).join("L");
  const along = (of: (i: number) => number, on = steps) =>
    on.map((i) => ({ x: x(i), y: y(of(i)) }));
  const ends = [
    { x: x(0), y: y(line(0)) },
    { x: x(last), y: y(line(last)) },
  ] as const;
  return {
    ground: `M${LEFT} ${BASE}L${through(along(ground))}L${RIGHT} ${BASE}Z`,
    zone: `M${through(along((i) => line(i) + radius(i)))}L${through(
      along((i) => line(i) - radius(i), steps.toReversed()),
    )}Z`,
    line: `M${through(ends)}`,
    masts: `M${x(0)} ${y(heights[0]!)}V${ends[0].y}M${x(last)} ${y(heights[last]!)}V${ends[1].y}`,
    axis: `M${LEFT} ${BASE}H${RIGHT}`,
    heights: ticks(floor, high, step).map((value) => ({ y: y(value), value })),
    distances: ticks(0, length / 1000, roundStep(length / 4000)).map((value) => ({
      x: tenth(LEFT + ((RIGHT - LEFT) * value * 1000) / length),
      value,
    })),
    ends,
  };
}

/** Both ends and, of each stretch of a way, the point where the least of the Fresnel zone is free: so no ridge is left out. */
export function tightestOf(way: Way, most: number): number[] {
  const { heights, spacing, frequency } = way;
  const last = heights.length - 1;
  const [line, ground] = [lineOf(way), groundOf(way)];
  const share = (i: number) =>
    (line(i) - ground(i)) / fresnelRadius(i * spacing, (last - i) * spacing, frequency);
  const stretch = Math.ceil((last - 1) / (most - 1));
  const steps = [0];
  for (let first = 1; first < last; first += stretch) {
    let tightest = first;
    for (let i = first + 1; i < Math.min(last, first + stretch); i++)
      if (share(i) < share(tightest)) tightest = i;
    steps.push(tightest);
  }
  return [...steps, last];
}

function ticks(from: number, to: number, step: number): number[] {
  const found: number[] = [];
  for (let value = from; value <= to + step * 1e-6; value += step)
    found.push(Math.round(value * 1000) / 1000);
  return found;
}

/** 1, 2 or 5 times a power of ten, at least as large. */
export function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size > 0 ? size : 1));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= size * (1 - 1e-9))!;
}

const tenth = (n: number): number => Math.round(n * 10) / 10;
