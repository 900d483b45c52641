/** Which sentence is lit, against the frame that is seen: read back from the picture itself. */
import type { Page } from "playwright-core";
import { BITS } from "./test-card.ts";

export interface Seen {
  /** Which frame is seen, from 0. */
  readonly frame: number;
  /** The sentence that is lit; empty for none. */
  readonly lit: string;
  /** The same by `cuechange` alone. */
  readonly byCues: string;
  /** The browser drew nothing for longer than a frame before it, or left out frames of the film: of what was to be seen then nothing can be said. */
  readonly isLate: boolean;
}

/** From now on looks at each picture that the browser draws. */
export const watch = (page: Page): Promise<void> =>
  page.evaluate((squares) => {
    const film = document.querySelector("video")!;
    const side = film.videoWidth / squares;
    const canvas = Object.assign(document.createElement("canvas"), {
      width: squares * side,
      height: side,
    });
    const pen = canvas.getContext("2d", { willReadFrequently: true })!;
    const seen: Seen[] = [];
    const track = document.querySelector("track")?.track;
    let byCues = "";
    if (track) {
      track.mode = "hidden";
      track.addEventListener("cuechange", () => {
        const cue = track.activeCues?.[0];
        byCues = cue?.id ?? "";
      });
    }
    const frameNow = () => {
      pen.drawImage(film, 0, 0, film.videoWidth, side, 0, 0, film.videoWidth, side);
      const { data } = pen.getImageData(0, 0, squares * side, side);
      let frame = 0;
      for (let i = 0; i < squares; i += 1)
        if (data[((side / 2) * squares * side + (i + 0.5) * side) * 4]! > 128) frame += 2 ** i;
      return frame;
    };
    let before = Infinity;
    let dropped = 0;
    const look = (now: number) => {
      const { droppedVideoFrames } = film.getVideoPlaybackQuality();
      const isLate = (now - before) * film.playbackRate > 40 || droppedVideoFrames > dropped;
      [before, dropped] = [now, droppedVideoFrames];
      const lit = document.querySelector<HTMLElement>("[aria-current]")?.dataset["s"] ?? "";
      if (film.readyState > 1) seen.push({ frame: frameNow(), lit, byCues, isLate });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, { seen });
  }, BITS);

/** What was seen since it was last asked for. */
export const seenOf = (page: Page): Promise<Seen[]> =>
  page.evaluate(() => (globalThis as unknown as { seen: Seen[] }).seen.splice(0));

export interface Timed {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** How many frames from the nearest one in which this would be right; 0 where it is right. */
export function framesOff(
  cues: readonly Timed[],
  rate: number,
  frame: number,
  lit: string,
): number {
  const at = (n: number) =>
    cues.find(({ start, end }) => n * 1000 >= start * rate - rate && n * 1000 < end * rate - rate)
      ?.id ?? "";
  for (let off = 0; off < 10_000; off += 1)
    if (at(frame - off) === lit || at(frame + off) === lit) return off;
  return Infinity;
}

/**
 * Has a sentence signed so many times, and stops it. @returns by how many frames each turn began after the first frame of its cue,
 * and ended after the last
 */
export async function loopsOf(
  page: Page,
  name: string,
  cue: Pick<Timed, "start" | "end">,
  rate: number,
  times: number,
) {
  const [first, last] = [(cue.start * rate) / 1000, (cue.end * rate) / 1000 - 1];
  // What is seen of it from here on belongs to its turns.
  await page.evaluate(async () => {
    const film = document.querySelector("video")!;
    film.currentTime = 0;
    await new Promise((done) => film.addEventListener("seeked", done, { once: true }));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
  await seenOf(page);
  const button = page.getByRole("button", { name });
  await button.click();
  await page.waitForFunction(
    ({ from, most }) => {
      const { seen } = globalThis as unknown as { seen: Seen[] };
      const turns = seen.filter(
        ({ frame, isLate }, i) =>
          !isLate &&
          i > 0 &&
          !seen[i - 1]!.isLate &&
          frame < seen[i - 1]!.frame &&
          Math.abs(frame - from) < 5,
      );
      return turns.length >= most;
    },
    { from: first, most: times },
    { timeout: 120_000 },
  );
  const all = await seenOf(page);
  await button.click();
  await page.waitForFunction(() => document.querySelector("video")!.paused);
  const inside = all.slice(all.findIndex(({ frame }) => frame >= first && frame <= last));
  const turns = inside.flatMap(({ frame, isLate }, i) => {
    const before = inside[i - 1];
    if (!before || isLate || before.isLate || frame >= before.frame) return [];
    return [{ begins: frame - first, ends: before.frame - last }];
  });
  return { begins: turns.map(({ begins }) => begins), ends: turns.map(({ ends }) => ends) };
}
