/** P28: the pace that the target asks for, the pace of the figures so far, and where they would lead, with how sure that is. */
import { lastDay, middleYear } from "./dates.ts";
import type { Pledge } from "./fold.ts";

interface Pace {
  /** Units a year from the latest figure to the pledge's last day; absent when that is past or reached. */
  readonly required?: number;
  /** Units a year between the first and the latest figure; absent with fewer than two. */
  readonly actual?: number;
  /** What the figures lead to on the last day: nine times in ten between `low` and `high`, if they go on as they did. */
  readonly projected?: { readonly low: number; readonly high: number };
}

const ENOUGH = 4; // figures on different days; a line through fewer says nothing of how much they scatter

export function paceOf(pledge: Pick<Pledge, "ledger" | "target" | "by">): Pace {
  const { target, by } = pledge;
  const points = pledge.ledger
    .filter((e) => e.counts)
    .map((e) => ({ x: middleYear(e.asOf), y: e.value }));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return {};
  const end = by === undefined ? undefined : middleYear(lastDay(by));
  const left = end === undefined ? 0 : end - last.x;
  const projected = end !== undefined && left > 0 ? projection(points, end) : undefined;
  return {
    ...(target !== undefined &&
      left > 0 &&
      target > last.y && { required: (target - last.y) / left }),
    ...(last.x > first.x && { actual: (last.y - first.y) / (last.x - first.x) }),
    ...(projected && { projected }),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The 90 % prediction interval of a least-squares line at `x`, not below 0: ŷ ± t·s·√(1 + 1/n + (x − x̄)²/Sxx)
 * (Draper & Smith, Applied Regression Analysis, 3rd ed., §3.1).
 */
function projection(points: readonly Point[], x: number): Pace["projected"] {
  const n = points.length;
  if (new Set(points.map((p) => p.x)).size < ENOUGH) return undefined;
  const [meanX, meanY] = [mean(points.map((p) => p.x)), mean(points.map((p) => p.y))];
  const sxx = sum(points.map((p) => (p.x - meanX) ** 2));
  const slope = sum(points.map((p) => (p.x - meanX) * (p.y - meanY))) / sxx;
  const at = (px: number) => meanY + slope * (px - meanX);
  const s = Math.sqrt(sum(points.map((p) => (p.y - at(p.x)) ** 2)) / (n - 2));
  const half = studentT95(n - 2) * s * Math.sqrt(1 + 1 / n + (x - meanX) ** 2 / sxx);
  return { low: Math.max(0, at(x) - half), high: Math.max(0, at(x) + half) };
}

/**
 * The 95th percentile of Student's t for 1 degree of freedom or more: the table's values up to 30 (NIST/SEMATECH e-Handbook
 * §1.3.6.7.2), then the last of them, which makes an interval at most 4 % too wide and never too narrow.
 */
export function studentT95(degrees: number): number {
  return T95[Math.min(degrees, T95.length) - 1]!;
}
const T95 = [
  6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761,
  1.753, 1.746, 1.74, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701,
  1.699, 1.697,
];

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
