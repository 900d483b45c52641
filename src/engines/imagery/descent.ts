/**
 * A film's way to a place: from where the whole Earth is seen straight down to it, with one line that comes over the curve of
 * the Earth and ends in it, and a night that ends when the line is there. Pure: a second in, what is to be drawn out.
 */
import { away, vectorOf, type Camera, type Vector } from "./camera.ts";
import type { LatLon } from "./azimuthal.ts";

export interface Descent {
  readonly place: LatLon;
  /** From which side the line and the camera come: 1 from the east, -1 from the west. */
  readonly side: 1 | -1;
  /** Degrees of arc from edge to edge at the end. */
  readonly degrees: number;
  /** Degrees clockwise from north to what is up at the end. */
  readonly heading: number;
  readonly times: Times;
}

/** Seconds. */
export interface Times {
  /** When the camera is down. */
  readonly down: number;
  /** When the line is at the place. */
  readonly there: number;
  /** When the day begins to come, and when it is there. */
  readonly dawn: readonly [number, number];
  /** When the camera goes on down, and how many times nearer it ends. */
  readonly on: readonly [from: number, to: number, times: number];
}

export interface Seen {
  readonly camera: Camera;
  /** The line as far as it is drawn. */
  readonly line: readonly Vector[];
  /** How far the dot has opened, 0 to 1. */
  readonly dot: number;
  /** How far the day has come, 0 to 1. */
  readonly dawn: number;
}

const FAR = 3.36; // radii above the ground: the Earth fills 88 % of the picture's height
const ASIDE = 52; // degrees of arc from the place to where the camera begins

/** Where the camera is that sees so many degrees from edge to edge, in a picture of 16 to 9. */
const upFor = (degrees: number): number =>
  ((degrees * Math.PI) / 360 / Math.tan((15 * Math.PI) / 180) / 16) * 9;

const degreesFor = (up: number): number =>
  (up * 360 * Math.tan((15 * Math.PI) / 180) * 16) / 9 / Math.PI;

export function seenAt(descent: Descent, second: number): Seen {
  const { place, side, degrees, heading, times } = descent;
  const near = upFor(degrees);
  const fallen = eased(second / times.down);
  const [from, to, nearer] = times.on;
  const on = eased((second - from) / (to - from));
  const fall = FAR * (near / FAR) ** fallen;
  // The place moves to the middle as the ground comes nearer: both end in the same moment.
  const over = away(place, (ASIDE * (fall - near)) / (FAR - near), side * 90);
  return {
    camera: { over, up: fall * nearer ** -on, heading: heading * on },
    line: lineOf(descent, second, degreesFor(fall) / 2),
    dot: clamp((second - times.there) / 0.5),
    dawn: clamp((second - times.dawn[0]) / (times.dawn[1] - times.dawn[0])),
  };
}

const BEGINS = 0.5; // seconds: when the line comes over the curve of the Earth
const OUTER = 140; // degrees of arc from the place: where the line begins, beyond what the camera sees at first
const INNER = 0.01; // and from where it is straight, a kilometre
const WAVE = 26; // degrees that it swings to either side
const STEPS = 400;

/**
 * The same line at every height: it swings evenly as the ground comes ten times nearer, and ten times more.
 * @param half degrees of arc from the middle of the picture to its edge
 */
function lineOf({ place, side, times }: Descent, second: number, half: number): Vector[] {
  const share = clamp((second - BEGINS) / (times.there - BEGINS));
  // Its head keeps ahead in the picture, and runs into the place at the end.
  const head = 0.7 * half * (1 - share ** 5) + OUTER * (1 - share) ** 8;
  if (head >= OUTER) return [];
  const points: Vector[] = [];
  for (let i = 0; i <= STEPS; i++) {
    const far = OUTER * (Math.max(head, INNER) / OUTER) ** (i / STEPS);
    const swing = WAVE * Math.sin(1.3 * Math.log(far / 0.6));
    points.push(vectorOf(away(place, far, side * (90 + swing))));
  }
  if (share === 1) points.push(vectorOf(place));
  return points;
}

const clamp = (t: number): number => Math.min(1, Math.max(0, t));
/** From rest to rest (K. Perlin, Improving Noise, 2002). */
const eased = (t: number): number => {
  const s = clamp(t);
  return s * s * s * (s * (s * 6 - 15) + 10);
};
