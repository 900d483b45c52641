/** A thread that reads one QR code in one grey picture, by ZXing: nothing of it is fetched. */
import { readFileSync } from "node:fs";
import { getPriority, platform, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { Grey } from "./code-in-picture.ts";

const NICE = 15;
// Of this thread alone: pages go first, also where there is one processor. Nobody but root may go up again.
if (platform() === "linux" && getPriority() < NICE) setPriority(NICE);

const program = new URL(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
const wasmBinary = new Uint8Array(readFileSync(program)).buffer;

const OPAQUE = 0xff_00_00_00;
const GREY = 0x01_01_01; // red, green and blue alike

parentPort?.once("message", (grey: Grey) => void read(grey));

async function read({ pixels, width, height }: Grey): Promise<void> {
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const points = new Uint32Array(width * height); // at once: one byte after the other takes as long as the reading
  for (let i = 0; i < points.length; i += 1) points[i] = OPAQUE | (pixels[i]! * GREY);
  const data = new Uint8ClampedArray(points.buffer);
  const [found] = await readBarcodes(
    { data, width, height, colorSpace: "srgb" },
    { formats: ["QRCode"], maxNumberOfSymbols: 1 },
  );
  parentPort?.postMessage(found?.isValid ? found.text : null);
}
