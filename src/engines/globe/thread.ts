/**
 * The one line: a smooth path that joins points in order.
 *
 * Centripetal Catmull–Rom spline (Catmull, Rom 1974; Barry, Goldman, SIGGRAPH 1988), the kind that neither
 * loops nor makes cusps between two points (Yuksel, Schaefer, Keyser, Computer-Aided Design 43:7, 2011),
 * written as cubic Béziers.
 */
import { tenth } from "./rows.ts";

/** A point of a drawing, px. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** SVG path data through all points; "" for none, a lone "M" for one. Equal neighbours count once. */
export function threadThrough(points: readonly Point[]): string {
  const stops = points.filter(
    ({ x, y }, i) => i === 0 || x !== points[i - 1]!.x || y !== points[i - 1]!.y,
  );
  const [first] = stops;
  if (first === undefined) return "";
  let path = `M${tenth(first.x)} ${tenth(first.y)}`;
  for (let i = 0; i + 1 < stops.length; i++) {
    const [from, to] = [stops[i]!, stops[i + 1]!];
    const leave = handle(stops[i - 1], from, to);
    const arrive = handle(stops[i + 2], to, from);
    path += `C${tenth(leave.x)} ${tenth(leave.y)} ${tenth(arrive.x)} ${tenth(arrive.y)} ${tenth(to.x)} ${tenth(to.y)}`;
  }
  return path;
}

/**
 * The Bézier handle at `here` towards `there`, when the line comes from `before`: knots stand apart by the square
 * root of the distance. At an end of the line the handle is the point itself.
 */
function handle(before: Point | undefined, here: Point, there: Point): Point {
  if (before === undefined) return here;
  const b = distance(before, here); // squared knot spacings
  const t = distance(here, there);
  const [rootB, rootT] = [Math.sqrt(b), Math.sqrt(t)];
  const weight = 2 * b + 3 * rootB * rootT + t;
  const share = 3 * rootB * (rootB + rootT);
  const along = (axis: "x" | "y") =>
    (here[axis] * weight - before[axis] * t + there[axis] * b) / share;
  return { x: along("x"), y: along("y") };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
