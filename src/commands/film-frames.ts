/**
 * The pictures of a place's film: from the whole Earth at night down to it, into the day, and over its ground where that was
 * measured. And one picture of that ground by itself.
 */
import { approach } from "../engines/flight/approach.ts";
import { eyeAt } from "../engines/flight/course.ts";
import { drawFlight, project, type Rgb } from "../engines/flight/flight.ts";
import { heightAt, sees, type Ground, type Point } from "../engines/flight/ground.ts";
import type { LatLon } from "../engines/imagery/azimuthal.ts";
import { vectorOf, type Size } from "../engines/imagery/camera.ts";
import type { Tiles } from "../engines/imagery/cut.ts";
import { seenAt, type Descent, type Times } from "../engines/imagery/descent.ts";
import { brighterSide, drawEarth, mixer, type Earth } from "../engines/imagery/earth.ts";
import { lightOf } from "../engines/relief/light.ts";
import { latitudeOf, longitudeOf, placeOn, type Grid } from "../engines/terrain/grid.ts";

export interface FilmPlan {
  readonly descent: Descent;
  readonly seconds: number;
  /** When the dot has opened, and the night is still there: the still. */
  readonly still: number;
  readonly over?: Over;
}

/** A flight over ground. */
interface Over {
  readonly ground: Ground;
  readonly flight: NonNullable<ReturnType<typeof approach>>;
  /** Seconds: when it comes in, and when it is there alone. */
  readonly from: number;
  readonly alone: number;
}

const SIGNAL: Rgb = [255, 138, 92]; // the look's signal by night, as the line over a still has it
const DEGREES = 4.6; // how wide the ground is at the end
const DOWN: Times = { down: 9, there: 9.2, dawn: [10.2, 13], on: [9.5, 15.5, 1.6] };
const DOWN_ON: Times = { down: 8, there: 8.2, dawn: [9.6, 11.9], on: [11.1, 14.3, 9] };
const LOOK = { degrees: 58, exaggeration: 1.2 }; // of the flight
const HAZE = 28_000; // metres: the mountains are behind the place
const [COMES, ALONE, FLOWN, ENDS] = [12.9, 13.8, 19.4, 20] as const; // seconds

const METRES = 111_195; // in a degree, on a sphere
const SKY: Rgb = [216, 226, 232];
const TONES = { paper: SKY, lit: [255, 253, 246], ink: [20, 34, 30], signal: SIGNAL } as const;

/**
 * @param night its coarsest level, where there is one
 * @param grid measured heights around the place, without voids
 * @returns undefined where there are heights and they reach too little far for a flight
 */
export function planFilm(
  place: LatLon,
  night: readonly Tiles[],
  grid?: Grid,
): FilmPlan | undefined {
  const descent = { place, side: brighterSide(night, place), degrees: DEGREES, heading: 0 };
  if (!grid) {
    const still = DOWN.there + 0.8;
    return { descent: { ...descent, times: DOWN }, seconds: 15, still };
  }
  const ground = groundOf(grid);
  const { row, column } = placeOn(grid, place);
  const at = { x: column * ground.metres.x, y: row * ground.metres.y };
  const flight = approach(ground, at, { ...LOOK, seconds: FLOWN - COMES });
  if (!flight) return undefined;
  const heading = flight.bearing > 180 ? flight.bearing - 360 : flight.bearing;
  return {
    descent: { ...descent, heading, times: DOWN_ON },
    seconds: ENDS,
    still: DOWN_ON.there + 0.6,
    over: { ground, flight, from: COMES, alone: ALONE },
  };
}

/** The same ground in the colours that it has by day. */
export const coloured = (over: Over, day: readonly Tiles[], grid: Grid): Over => ({
  ...over,
  ground: { ...over.ground, colours: coloursOf(day, grid) },
});

/** One picture, red, green, blue of each pixel. */
export function drawMoment(
  { descent, over }: FilmPlan,
  earth: Earth,
  second: number,
  size: Size,
): Uint8Array {
  const share = over
    ? Math.min(1, Math.max(0, (second - over.from) / (over.alone - over.from)))
    : 0;
  const flown = over && share > 0 ? drawOver(over, second - over.from, size) : undefined;
  if (flown && share === 1) return flown;
  const seen = seenAt(descent, second);
  const pixels = drawEarth(earth, { ...size, seen, place: descent.place, tone: SIGNAL });
  if (flown)
    for (let i = 0; i < pixels.length; i++)
      pixels[i] = Math.round(pixels[i]! + (flown[i]! - pixels[i]!) * share);
  return pixels;
}

function drawOver({ ground, flight }: Over, second: number, size: Size): Uint8Array {
  const eye = eyeAt(flight.course, second, ground, 250);
  const line = lineTo(ground, flight.pin, flight.bearing);
  const scene = { ...size, ...LOOK, tones: TONES, haze: HAZE, line, pins: [flight.pin] };
  return drawFlight(ground, eye, scene).pixels;
}

export const NEAR = { degrees: 58, exaggeration: 1, row: 0.5, above: 600 }; // heights as they are: a picture says nothing else of them

/**
 * The ground around a place as it is seen from the air some kilometres beside it, the place in the middle and the highest
 * ground behind it, without a line.
 * @param grid measured heights around the place, without voids @param day what colours the ground has
 * @returns undefined where heights reach too little far, or the place is not seen in the middle
 */
export function drawNear(
  place: LatLon,
  grid: Grid,
  day: readonly Tiles[],
  size: Size,
): Uint8Array | undefined {
  const ground = groundOf(grid);
  const { row, column } = placeOn(grid, place);
  const at = { x: column * ground.metres.x, y: row * ground.metres.y };
  const view = approach(ground, at, { ...NEAR, seconds: 1 });
  if (!view) return undefined;
  const scene = { ...size, ...NEAR, tones: TONES, haze: HAZE, line: [], pins: [] };
  const eye = eyeAt(view.course, 1, ground, 250);
  const stands = project(eye, scene, view.pin);
  const isMiddle = stands && Math.abs(stands.y / size.height - NEAR.row) < 0.02;
  if (!isMiddle || !sees(ground, eye, view.pin)) return undefined;
  return drawFlight({ ...ground, colours: coloursOf(day, grid) }, eye, scene).pixels;
}

/** From behind whoever looks, in a bend, to the place. */
function lineTo(ground: Ground, pin: Point, bearing: number): Point[] {
  const angle = (bearing * Math.PI) / 180;
  const points: Point[] = [];
  for (let back = 6000; back > 0; back -= 100) {
    const aside = -1500 * (back / 6000) ** 2;
    const x = pin.x - Math.sin(angle) * back + Math.cos(angle) * aside;
    const y = pin.y + Math.cos(angle) * back + Math.sin(angle) * aside;
    const z = heightAt(ground, x, y);
    if (z !== undefined) points.push({ x, y, z: z + 40 });
  }
  return [...points, pin];
}

function groundOf(grid: Grid): Ground {
  const { heights, columns: width, rows: height } = grid;
  const middle = (latitudeOf(grid, height / 2) * Math.PI) / 180;
  const metres = { x: grid.stepLon * METRES * Math.cos(middle), y: grid.stepLat * METRES };
  const light = lightOf(heights, width, { x: metres.x / 1.5, y: metres.y / 1.5 });
  return { heights, light, width, height, metres };
}

const [LIGHTER, LEAST] = [1.25, 18]; // a picture of the whole Earth is darker than who stands on the ground sees it

function coloursOf(day: readonly Tiles[], grid: Grid): Uint8Array {
  const middle = { lat: latitudeOf(grid, grid.rows / 2), lon: longitudeOf(grid, grid.columns / 2) };
  const look = mixer(day, ((grid.stepLat * Math.PI) / 180) * 4, middle);
  const colours = new Uint8Array(grid.rows * grid.columns * 3);
  const colour = new Float64Array(3);
  for (let row = 0, to = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++, to += 3) {
      look(vectorOf({ lat: latitudeOf(grid, row), lon: longitudeOf(grid, column) }), colour);
      for (let c = 0; c < 3; c++)
        colours[to + c] = Math.min(255, Math.round(colour[c]! * LIGHTER + LEAST));
    }
  return colours;
}
