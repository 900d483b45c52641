/** A picture made anew from its pixels: upright, in ordinary colours, and with nothing in it but the picture. */
import { MediaError } from "./media.ts";
import type { MediaKind } from "./kind.ts";

/** `place`: where it was taken; `camera`: when and with what; `notes`: what programs wrote into it. */
export type Removed = "place" | "camera" | "notes" | "recording";

const MOST_PIXELS = 60_000_000; // the largest phones have 50 million; 60 million take 240 MB while they are read
const QUALITY = 88; // the original of the ladder, so good that no rung shows it

interface CleanPicture {
  readonly width: number;
  readonly height: number;
  readonly removed: readonly Removed[];
}

/** @param side the longest that it may have, in pixels @throws MediaError when it is damaged or has more pixels than may be read */
export async function cleanPicture(
  raw: string,
  clean: string,
  kind: MediaKind,
  side?: number,
): Promise<CleanPicture> {
  const { default: sharp } = await import("sharp");
  const opened = sharp(raw, { limitInputPixels: MOST_PIXELS, failOn: "error" });
  try {
    const { exif, xmp, iptc, width, height } = await opened.metadata();
    if (width * height > MOST_PIXELS) throw new Error("pixel limit");
    const asTaken = opened.autoOrient();
    const upright =
      side === undefined
        ? asTaken
        : asTaken.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
    const coded =
      kind === "jpg"
        ? upright.jpeg({ quality: QUALITY, mozjpeg: true })
        : kind === "png"
          ? upright.png({ compressionLevel: 9 })
          : kind === "webp"
            ? upright.webp({ quality: QUALITY })
            : upright.avif({ quality: 70 });
    const made = await coded.toFile(clean);
    const removed: Removed[] = [];
    if ((exif && hasPlace(exif)) || xmp?.includes("GPSL")) removed.push("place");
    if (exif) removed.push("camera");
    if (xmp || iptc) removed.push("notes");
    return { width: made.width, height: made.height, removed };
  } catch (error) {
    if (/pixel limit/i.test((error as Error).message))
      throw new MediaError(
        "too-large",
        `This picture has more than ${MOST_PIXELS / 1_000_000} million points, more than any phone takes. Please send it smaller.`,
      );
    throw new MediaError(
      "unreadable",
      "This picture cannot be read: it is damaged or did not arrive whole. Please send it again.",
    );
  }
}

const GPS_DIRECTORY = 0x8825;

/** Does EXIF hold a directory of places? Its first list of fields says so, twelve bytes each. */
export function hasPlace(exif: Buffer): boolean {
  const tiff = exif.subarray(exif.toString("latin1", 0, 4) === "Exif" ? 6 : 0);
  if (tiff.length < 10) return false;
  const little = tiff.toString("latin1", 0, 2) === "II";
  const two = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return true; // not to be read: we claim nothing less
  for (let i = 0, at = first + 2; i < two(first) && at + 12 <= tiff.length; i++, at += 12)
    if (two(at) === GPS_DIRECTORY) return true;
  return false;
}
