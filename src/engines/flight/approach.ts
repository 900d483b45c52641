/**
 * A flight down to a place that ends with the place before one and the highest ground behind it: chosen so that all that is
 * seen was measured.
 */
import type { Moment } from "./course.ts";
import { heightAt, sees, type Ground, type Point } from "./ground.ts";

interface Approach {
  /** Degrees clockwise from north, in which it looks from beginning to end. */
  readonly bearing: number;
  readonly course: readonly Moment[];
  /** The place, a little above the ground. */
  readonly pin: Point;
}

const RADIANS = Math.PI / 180;
const BEHIND = [6000, 5500] as const; // metres from the place to the eye, at the beginning and at the end
const FAR = 32_000; // metres from the eye that have to be measured to both sides
const EVERY = 5; // degrees between the bearings that are tried
const PIN = 40; // metres

interface Approaching {
  /** How wide it looks, in a picture of 16 to 9. */
  readonly degrees: number;
  readonly exaggeration: number;
  /** How long it takes. */
  readonly seconds: number;
  /** At which share of the picture's height the place stands at the end: 0.8, unless said otherwise. */
  readonly row?: number;
  /** Metres above the place at the end, where it is seen from there: 1100, unless said otherwise. */
  readonly above?: number;
}

/** @returns undefined where the ground reaches too little far around the place */
export function approach(
  ground: Ground,
  place: Pick<Point, "x" | "y">,
  { degrees, exaggeration, seconds, row = 0.8, above = 1100 }: Approaching,
): Approach | undefined {
  const foot = heightAt(ground, place.x, place.y);
  if (foot === undefined) return undefined;
  const ways = Array.from({ length: 360 / EVERY }, (_, i) => i * EVERY)
    .filter((bearing) => isMeasured(ground, place, bearing, degrees))
    .map((bearing) => ({ bearing, rise: riseOf(ground, place, foot, bearing) }))
    .toSorted((a, b) => b.rise - a.rise);
  const [best] = ways;
  if (!best) return undefined;
  const { bearing } = best;
  const pin = { ...place, z: foot + PIN };
  const lens = 2 * Math.tan((degrees / 2) * RADIANS) * (9 / 16); // heights of the picture, for a slope of 1
  /** So far behind the place and so high above it, with the place at this share of the picture's height. */
  const moment = (at: number, behind: number, up: number, stands: number): Moment => {
    const slope = ((stands - 0.5) * lens) / exaggeration - up / behind;
    const [eye, to] = [ahead(place, bearing, -behind), ahead(place, bearing, FAR)];
    return {
      at,
      eye: { ...eye, z: foot + up },
      to: { ...to, z: foot + up + slope * (behind + FAR) },
    };
  };
  // As low as the place can still be seen from.
  let low = above;
  const end = ahead(place, bearing, -BEHIND[1]);
  while (low < 4000 && !sees(ground, { ...end, z: foot + low }, pin)) low += 100;
  const course = [
    moment(0, BEHIND[0], 6500, 0.5),
    moment(seconds * 0.36, (BEHIND[0] + BEHIND[1]) / 2, 1900 + low / 2, 0.72),
    moment(seconds, BEHIND[1], low, row),
  ];
  return { bearing, course, pin };
}

const ahead = ({ x, y }: Pick<Point, "x" | "y">, bearing: number, metres: number) => ({
  x: x + Math.sin(bearing * RADIANS) * metres,
  y: y - Math.cos(bearing * RADIANS) * metres,
});

/** Whether there is ground along both edges of what is seen, from wherever the eye is. */
function isMeasured(
  ground: Ground,
  place: Pick<Point, "x" | "y">,
  bearing: number,
  degrees: number,
): boolean {
  return BEHIND.every((behind) => {
    const eye = ahead(place, bearing, -behind);
    return [-degrees / 2, degrees / 2].every((off) => {
      for (let far = 0; far <= FAR; far += 500) {
        const { x, y } = ahead(eye, bearing + off, far);
        if (heightAt(ground, x, y) === undefined) return false;
      }
      return true;
    });
  });
}

/** How high the ground stands up behind the place: the steepest look to it, near the middle of the picture. */
function riseOf(
  ground: Ground,
  place: Pick<Point, "x" | "y">,
  foot: number,
  bearing: number,
): number {
  let most = 0;
  for (let off = -15; off <= 15; off++)
    for (let far = 6000; far <= FAR; far += 250) {
      const { x, y } = ahead(place, bearing + off, far);
      const rise = ((heightAt(ground, x, y) ?? foot) - foot) / (far + BEHIND[0]);
      most = Math.max(most, rise * (1 - Math.abs(off) / 60));
    }
  return most;
}
