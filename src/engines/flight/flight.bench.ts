/** One picture of 1280 × 720 over a grid as large as that of the first film. */
import { drawFlight } from "./flight.ts";
import type { Ground } from "./ground.ts";

const [width, height] = [965, 341];
const heights = Float32Array.from({ length: width * height }, (_, i) => {
  const [x, y] = [i % width, Math.floor(i / width)];
  return 1500 + 600 * Math.sin(x / 19) * Math.cos(y / 23) + 150 * Math.sin(x / 3 + y / 5);
});
const light = heights.map((_, i) => Math.sin(i / 7) * 0.3);
const ground: Ground = { heights, light, width, height, metres: { x: 68, y: 93 } };
const tones = {
  paper: [244, 244, 238],
  lit: [255, 253, 246],
  ink: [20, 34, 30],
  signal: [194, 53, 10],
} as const;
const eye = { x: 30_000, y: 30_000, z: 3300, at: { x: 36_000, y: 20_000, z: 1500 } };
const times = Array.from({ length: 12 }, () => {
  const began = performance.now();
  drawFlight(ground, eye, {
    width: 1280,
    height: 720,
    degrees: 62,
    exaggeration: 1.35,
    tones,
    line: [],
    pins: [],
  });
  return performance.now() - began;
}).toSorted((a, b) => a - b);
console.log(
  JSON.stringify({
    name: "a picture of a flight, 1280 × 720",
    value: Math.round(times[6]!),
    unit: "ms",
  }),
);
