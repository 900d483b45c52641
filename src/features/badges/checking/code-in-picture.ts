/**
 * The text of a QR code in a picture that somebody sends: the picture comes in by the one door for files from outside, is made
 * small and grey in a process of its own, and is read in a thread of its own, which ends with it.
 */
import { Worker } from "node:worker_threads";
import { FIXED } from "../../../platform/budget/limits.ts";
import { takeFile } from "../../../platform/media/intake.ts";
import { MediaError } from "../../../platform/media/media-error.ts";
import { pixelsOf } from "../../../platform/media/pictures/pictures.ts";
import { openPlaces } from "../../../platform/media/places.ts";

export interface Grey {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const SIDE = 1600; // pixels; of the largest code each module has five of them where it fills half of the picture
const LONGEST = 20_000; // ms of one picture; a photo of that size takes a tenth of a second
const MEMORY = 256; // MB

const places = openPlaces(
  FIXED.qr,
  () => new MediaError("busy", "More pictures are waiting than can be read."),
);

/**
 * @param from a file, which stays as it is, or bytes as they come
 * @returns nothing where no code is found in it
 * @throws MediaError where it is no picture, or one too many; the signal's reason
 */
export async function codeInPicture(
  from: string | AsyncIterable<Uint8Array>,
  { work, signal }: { readonly work: string; readonly signal?: AbortSignal },
): Promise<string | undefined> {
  await using taken = await takeFile(from, { what: ["picture"], work, side: SIDE, signal });
  const { width, height } = taken;
  if (width === undefined || height === undefined) return undefined;
  const size = { width, height };
  const { pixels } = await pixelsOf(taken.path, size, signal);
  return places.hold(() => read({ pixels, ...size }, signal), signal);
}

function read(grey: Grey, signal: AbortSignal | undefined): Promise<string | undefined> {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new Worker(new URL(`./reading-thread.${ending}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
  const late = setTimeout(() => resolve(undefined), LONGEST);
  const leave = () => reject(signal!.reason as Error);
  if (signal?.aborted) leave();
  signal?.addEventListener("abort", leave, { once: true });
  worker.once("message", (text: string | null) => resolve(text ?? undefined));
  worker.once("error", () => resolve(undefined)); // it asked for more memory than a picture needs
  worker.postMessage(grey);
  return promise.finally(() => {
    clearTimeout(late);
    signal?.removeEventListener("abort", leave);
    void worker.terminate();
  });
}
