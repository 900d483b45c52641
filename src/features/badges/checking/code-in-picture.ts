/**
 * The text of a QR code in a picture that somebody sends: the picture comes in by the one door for files from outside, is made
 * small and grey in a process of its own, and is read in a thread of its own, which ends with it, or when it took too much.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { FIXED } from "../../../platform/budget/limits.ts";
import { lookAtPicture } from "../../../platform/media/intake.ts";
import { MediaError } from "../../../platform/media/media-error.ts";
import { glimpseOf } from "../../../platform/media/pictures/pictures.ts";
import { openPlaces } from "../../../platform/media/places.ts";

export interface Grey {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const SIDE = 1600; // pixels; of the largest code each module has five of them where it fills half of the picture
/**
 * ms of a processor for one picture: to decode it and make it small, and to look for a code in it. A photo of a phone takes half
 * of the one and a tenth of the other. What is drawn to cost takes no more.
 */
const [MOST_SEEING, MOST_READING] = [160, 200];
const LONGEST = 20_000; // ms on the clock, where the processor is busy with other things
const UNMEASURED = 2000; // ms on the clock, where Node (before 24.6) does not tell what a thread has taken
const MEMORY = 256; // MB

const busy = () => new MediaError("busy", "More pictures are waiting than can be read.");
const places = openPlaces(FIXED.qr, busy);
const held = new Map<string, number>(); // pictures of each network, from their coming to their answer

/**
 * @param from a file, which stays as it is, or bytes as they come
 * @param whose the network it comes from: it has a share of the places and of the turns
 * @returns nothing where no code is found in it
 * @throws MediaError where it is no picture, or one too many; the signal's reason
 */
export async function codeInPicture(
  from: string | AsyncIterable<Uint8Array>,
  { work, signal, whose }: Taking,
): Promise<string | undefined> {
  using _ = whose === undefined ? undefined : shareOf(whose);
  const seen = { side: SIDE, most: MOST_SEEING, signal };
  const { pixels, width, height } = await lookAtPicture(from, work, (raw) => glimpseOf(raw, seen));
  return places.hold(() => readGrey({ pixels, width, height }, signal), signal, {
    ...(whose !== undefined && { whose }),
  });
}

interface Taking {
  readonly work: string;
  readonly signal?: AbortSignal;
  readonly whose?: string;
}

/** @throws MediaError where it has as many as one may have */
function shareOf(network: string): Disposable {
  const own = (held.get(network) ?? 0) + 1;
  if (own > FIXED.qr.eachNetwork) throw busy();
  held.set(network, own);
  return {
    [Symbol.dispose]() {
      const left = held.get(network)! - 1;
      if (left > 0) held.set(network, left);
      else held.delete(network);
    },
  };
}

/** @returns nothing where no code is found within the work that one picture may take */
export function readGrey(grey: Grey, signal?: AbortSignal): Promise<string | undefined> {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new Worker(new URL(`./reading-thread.${ending}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
  const longest = "cpuUsage" in worker ? LONGEST : UNMEASURED;
  const late = setTimeout(() => resolve(undefined), longest);
  const leave = () => reject(signal!.reason as Error);
  if (signal?.aborted) leave();
  signal?.addEventListener("abort", leave, { once: true });
  worker.once("message", (text: string | null) => resolve(text ?? undefined));
  worker.once("error", () => resolve(undefined)); // it asked for more memory than a picture needs
  worker.once("exit", () => resolve(undefined));
  worker.once("online", () => void watch(worker, () => resolve(undefined)));
  worker.postMessage(grey);
  return promise.finally(() => {
    clearTimeout(late);
    signal?.removeEventListener("abort", leave);
    void worker.terminate();
  });
}

const LOOKS = 25; // ms between two looks at what it has taken

/** @param over when it has taken as much of a processor as one picture may */
async function watch(worker: Worker, over: () => void): Promise<void> {
  try {
    for (;;) {
      const { user, system } = await worker.cpuUsage(); // µs
      if (user + system > MOST_READING * 1000) return over();
      await sleep(LOOKS);
    }
  } catch {
    // It has ended.
  }
}
