/** The rungs of a picture, one at a time: one of them is in memory, and a crash loses one of them. */
import { placeholder } from "../../../engines/relief/placeholder.ts";
import { pixelsOf, printPicture } from "../pictures/pictures.ts";
import type { Printed } from "../pictures/job.ts";
import type { PictureRung } from "./rules.ts";

const QUALITY = { avif: 46, webp: 68, jpg: 68 } as const;

export function makePicture(
  path: string,
  { format, width }: PictureRung,
  signal: AbortSignal,
): Promise<Printed> {
  const print = { format, width, qualities: [QUALITY[format]] };
  const how = format === "jpg" ? { background: "#fff" } : { effort: 5 };
  return printPicture(path, { ...print, ...how }, signal);
}

/** The path of the drawing that stands in the picture's place, in level rows like the globes. */
export async function drawPlaceholder(
  path: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const grey = await pixelsOf(path, { width: 64, height: 32 }, signal);
  const { pixels: all, width, height, channels } = grey;
  const pixels = channels === 1 ? all : all.filter((_, i) => i % channels === 0);
  const { svg } = placeholder({ pixels, width, height, channels: 1 });
  return / d="([^"]+)"/.exec(svg)?.[1];
}
