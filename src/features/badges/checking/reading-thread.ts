/** A thread that reads one QR code in one grey picture, by ZXing: nothing of it is fetched. */
import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { Grey } from "./code-in-picture.ts";

const program = new URL(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
const wasmBinary = new Uint8Array(readFileSync(program)).buffer;

parentPort?.once("message", (grey: Grey) => void read(grey));

async function read({ pixels, width, height }: Grey): Promise<void> {
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i += 1) data.fill(pixels[i]!, i * 4, i * 4 + 3);
  const [found] = await readBarcodes(
    { data, width, height, colorSpace: "srgb" },
    { formats: ["QRCode"], maxNumberOfSymbols: 1 },
  );
  parentPort?.postMessage(found?.isValid ? found.text : null);
}
