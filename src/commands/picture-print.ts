/** A picture from space as `cnd picture` writes it: four files, each as good as it can be within its weight. */
import sharp from "sharp";
import type { Picture } from "../engines/imagery/cut.ts";
import { placeholder } from "../engines/relief/placeholder.ts";
import { SKY_BYTES, SKY_FILES, type SkyFile } from "../platform/folder/sky-fields.ts";
import { CommandError } from "./context.ts";

export const WIDE = 960; // px

export interface About {
  readonly year: string;
  readonly degrees: number;
  readonly credit: string;
}

/** A picture as places and the campaign name it. */
export async function viewOf(
  picture: Picture,
  stem: string,
  about: About,
  files: Map<string, Uint8Array>,
): Promise<object> {
  const drawing = drawingOf(picture);
  const paths = await printed(picture, stem, files);
  return { ...paths, ...about, ...(drawing !== "" && { drawing }) };
}

const FORMS: Readonly<Record<SkyFile, { format: "avif" | "webp"; wide: number }>> = {
  wide: { format: "avif", wide: WIDE },
  small: { format: "avif", wide: 480 },
  plain: { format: "webp", wide: 480 },
  tiny: { format: "avif", wide: 240 },
};

/** The files of a picture. @returns their paths by what they are */
async function printed(
  { rgb, width, height }: Picture,
  stem: string,
  files: Map<string, Uint8Array>,
): Promise<Record<string, string>> {
  const whole = sharp(rgb, { raw: { width, height, channels: 3 } });
  const paths: Record<string, string> = {};
  for (const file of SKY_FILES) {
    const { format, wide } = FORMS[file];
    const pixels = await whole.clone().resize({ width: wide }).raw().toBuffer();
    const raw = { width: wide, height: (wide * height) / width, channels: 3 } as const;
    const print = (quality: number, effort: number) =>
      sharp(pixels, { raw }).toFormat(format, { quality, effort }).toBuffer();
    const path = `media/${stem}-${wide}.${format}`;
    files.set(path, await within(SKY_BYTES[file], print, path));
    paths[file] = path;
  }
  return paths;
}

const QUICK = 2; // effort, for the search; a tenth of the time of SLOW, and some percent more bytes
const SLOW = 4;

/** As good as it can be within so many bytes. */
export async function within(
  most: number,
  print: (quality: number, effort: number) => Promise<Uint8Array>,
  path: string,
): Promise<Uint8Array> {
  let [low, high] = [4, 76];
  while (high - low > 2) {
    const quality = (low + high) >> 1;
    if ((await print(quality, QUICK)).length <= most) low = quality;
    else high = quality;
  }
  for (let quality = low; quality > 0; quality -= 3) {
    const bytes = await print(quality, SLOW);
    if (bytes.length <= most) return bytes;
  }
  throw new CommandError(`${path}: expected a picture of at most ${most} bytes, got more.`);
}

/** Where it is lightest, by rows: what a page shows until the picture is there. */
function drawingOf({ rgb, width, height }: Picture): string {
  const { svg } = placeholder({ pixels: rgb, width, height, channels: 3, print: "night" });
  return / d="([^"]*)"/.exec(svg)?.[1] ?? "";
}
