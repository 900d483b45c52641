/** A course through the air: where the eye is at each moment, on a smooth curve through a few given moments. */
import { heightAt, type Ground, type Point } from "./ground.ts";
import type { Eye } from "./flight.ts";

export interface Moment {
  /** Seconds from the beginning; moments stand in order. */
  readonly at: number;
  readonly eye: Point;
  readonly to: Point;
}

/** The eye at a second. It never comes nearer to the ground than `clear` metres. */
export function eyeAt(
  moments: readonly Moment[],
  second: number,
  ground: Ground,
  clear: number,
): Eye {
  const eye = along(moments, second, (moment) => moment.eye);
  const to = along(moments, second, (moment) => moment.to);
  const floor = (heightAt(ground, eye.x, eye.y) ?? 0) + clear;
  return { ...eye, z: Math.max(eye.z, floor), at: to };
}

/** Cubic Hermite with the slopes of Catmull and Rom, at rest at both ends. */
function along(moments: readonly Moment[], second: number, of: (moment: Moment) => Point): Point {
  const last = moments.length - 1;
  if (last < 1) throw new RangeError(`Expected two moments or more, got ${moments.length}.`);
  const next = Math.max(
    1,
    moments.findIndex(({ at }) => at > second),
  );
  const i = second >= moments[last]!.at ? last - 1 : next - 1;
  const [a, b] = [moments[i]!, moments[i + 1]!];
  const span = b.at - a.at;
  const t = Math.min(Math.max((second - a.at) / span, 0), 1);
  const axis = (key: keyof Point): number => {
    const [p, q] = [of(a)[key], of(b)[key]];
    const m = i === 0 ? 0 : ((q - of(moments[i - 1]!)[key]) / (b.at - moments[i - 1]!.at)) * span;
    const n =
      i + 2 > last ? 0 : ((of(moments[i + 2]!)[key] - p) / (moments[i + 2]!.at - a.at)) * span;
    const [t2, t3] = [t * t, t * t * t];
    return (
      (2 * t3 - 3 * t2 + 1) * p + (t3 - 2 * t2 + t) * m + (3 * t2 - 2 * t3) * q + (t3 - t2) * n
    );
  };
  return { x: axis("x"), y: axis("y"), z: axis("z") };
}
