/** A thread that reads one QR code in one grey picture. */
import { parentPort } from "node:worker_threads";
import jsqr from "jsqr";
import type { Grey } from "./code-in-picture.ts";
import { readIn } from "./read-code.ts";

parentPort?.once("message", (grey: Grey) => {
  const { pixels, width, height } = grey;
  const colours = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i += 1) colours.fill(pixels[i]!, i * 4, i * 4 + 3);
  parentPort?.postMessage(readIn(jsqr.default, { pixels: colours, width, height }) ?? null);
});
