/** The work on pictures, in the process for it: nothing else loads sharp for bytes of strangers. */
import { randomInt } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { HEAVY_PIXELS, MOST_OWN_PIXELS, MOST_PIXELS } from "../limits.ts";
import { drawCard } from "../cards/draw.ts";
import type { MediaKind } from "../kind.ts";
import { hasPlace } from "./exif.ts";
import { hideParts } from "./hiding.ts";
import type { Cleaned, Done, Job, Pixels, Print, Printed, Removed, Seen } from "./job.ts";

/** Forms that are read; libvips would read twenty. SVG is our own drawings alone: its mark is no picture's of ours. */
const READ = ["Jpeg", "Png", "Webp", "Heif", "Svg"];
const QUALITY = 88; // the original of the ladder, so good that no rung shows it

export function prepare(): void {
  sharp.cache(false); // each job is of another file
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: READ.map((form) => `VipsForeignLoad${form}`) });
}

export function carryOut(job: Job): Promise<Done[keyof Done]> {
  if (job.do === "look") return look(job.from);
  if (job.do === "clean") return clean(job.raw, job.clean, job.kind, job.side);
  if (job.do === "card") return drawCard(job.drawing);
  if (job.do === "glimpse") return glimpse(job.raw, job.side);
  if (job.do === "hide") return hide(job);
  if (job.do === "print") return print(job.from, job.print);
  return pixels(job.from, job.grey);
}

const open = (from: string | Uint8Array): Sharp =>
  sharp(from, { limitInputPixels: MOST_OWN_PIXELS }).autoOrient();

async function look(from: string): Promise<Seen> {
  const header = sharp(from, { limitInputPixels: false }); // nothing is decoded
  const { autoOrient, exif, xmp } = await header.metadata();
  const { width, height } = autoOrient;
  return { width, height, tellsPlace: isOfAPlace(exif, xmp) };
}

const isOfAPlace = (exif: Buffer | undefined, xmp: Buffer | undefined): boolean =>
  (exif !== undefined && hasPlace(exif)) || (xmp?.includes("GPSL") ?? false);

/** Made anew from its pixels: in ordinary colours, and with nothing in it but the picture. */
async function clean(raw: string, to: string, kind: MediaKind, side?: number): Promise<Cleaned> {
  const opened = sharp(raw, { limitInputPixels: MOST_PIXELS, failOn: "error" });
  const { exif, xmp, iptc, width, height } = await opened.metadata();
  if (width * height > MOST_PIXELS) throw new Error("pixel limit");
  const isHeavy = width * height > HEAVY_PIXELS;
  const upright = opened.autoOrient();
  if (side !== undefined)
    upright.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
  const made = await cleanlyCoded(upright, kind, isHeavy && side === undefined).toFile(to);
  const removed: Removed[] = [];
  if (isOfAPlace(exif, xmp)) removed.push("place");
  if (exif) removed.push("camera");
  if (xmp || iptc) removed.push("notes");
  return { width: made.width, height: made.height, removed };
}

/** What is larger is made smaller while it is decoded, where its form allows that. */
async function glimpse(raw: string, side: number): Promise<Pixels> {
  const { data, info } = await sharp(raw, { limitInputPixels: MOST_PIXELS, failOn: "error" })
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, ...info };
}

/** The smallest JPEG needs the whole picture in memory several times over. */
function cleanlyCoded(picture: Sharp, kind: MediaKind, isHeavy: boolean): Sharp {
  if (kind === "jpg" && isHeavy)
    return picture.jpeg({ quality: QUALITY, quantisationTable: 3, optimiseCoding: false });
  if (kind === "jpg") return picture.jpeg({ quality: QUALITY, mozjpeg: true });
  if (kind === "png") return picture.png({ compressionLevel: 9 });
  if (kind === "webp") return picture.webp({ quality: QUALITY });
  return picture.avif({ quality: 70 });
}

async function hide({ from, parts, kind }: Extract<Job, { do: "hide" }>): Promise<Printed> {
  const { data, info } = await open(from)
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  hideParts({ pixels: data, ...info }, parts, randomInt);
  const hidden = sharp(data, { raw: info });
  const made = await cleanlyCoded(hidden, kind, false).toBuffer({ resolveWithObject: true });
  return { bytes: made.data, width: made.info.width, height: made.info.height };
}

async function print(from: string | Uint8Array, wanted: Print): Promise<Printed> {
  const { width, height, covers = false, background, qualities, most = Infinity } = wanted;
  const picture = open(from);
  if (wanted.cut) picture.extract(wanted.cut);
  const size = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  if (width !== undefined || height !== undefined)
    picture.resize({
      ...size,
      fit: covers ? "cover" : "inside",
      withoutEnlargement: !covers,
    });
  if (background !== undefined) picture.flatten({ background });
  for (const [i, quality] of qualities.entries()) {
    const coded = printed(picture.clone(), wanted, quality);
    const { data, info } = await coded.toBuffer({ resolveWithObject: true });
    if (data.length <= most || i === qualities.length - 1)
      return { bytes: data, width: info.width, height: info.height };
  }
  throw new Error("Expected a quality.");
}

function printed(picture: Sharp, { format, effort }: Print, quality: number): Sharp {
  const how = { quality, ...(effort !== undefined && { effort }) };
  if (format === "avif") return picture.avif(how);
  if (format === "webp") return picture.webp(how);
  if (format === "jpg") return picture.jpeg({ quality, mozjpeg: true });
  return picture.png({ palette: true, colours: 8, compressionLevel: 9, effort: effort ?? 7 });
}

async function pixels(
  from: string | Uint8Array,
  grey: { readonly width: number; readonly height: number } | undefined,
): Promise<Pixels> {
  const picture = grey
    ? open(from)
        .resize({ ...grey, fit: "fill" })
        .flatten({ background: "#fff" })
        .toColourspace("b-w")
    : sharp(from, { limitInputPixels: HEAVY_PIXELS });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, channels: info.channels };
}
