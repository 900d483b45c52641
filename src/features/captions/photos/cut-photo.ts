/** A photo of its own is made of a part of another, which stays as it is. */
import type { Serving } from "../../../platform/feature.ts";
import { LADDER } from "../../../platform/media/ladder/ladder.ts";
import type { Cut } from "../../../platform/media/pictures/job.ts";
import { printPicture } from "../../../platform/media/pictures/pictures.ts";
import { askPictures, type Picture } from "../../pictures/model.ts";
import { cutByEdges, cutByShape, EDGES, percentIn, SHAPES } from "./cutting.ts";
import type { PhotoWords } from "./words.ts";

const QUALITY = 88; // as that of the photo it is cut out of
const MIDDLE = { x: 50, y: 50 };

export function readCut(
  { width, height, details }: Picture,
  typed: Readonly<Record<string, string>>,
  words: PhotoWords,
): { readonly cut: Cut } | { readonly problems: Readonly<Record<string, string>> } {
  const shape = SHAPES.find((one) => one === typed["shape"]);
  if (shape) return { cut: cutByShape({ width, height }, shape, details.focus ?? MIDDLE) };
  const problems: Record<string, string> = {};
  const edge = (name: string): number => {
    const value = percentIn(typed[name] ?? "");
    if (value === undefined) problems[name] = words.badPercent(typed[name] ?? "");
    return value ?? 0;
  };
  const [left = 0, right = 0, top = 0, bottom = 0] = EDGES.map(edge);
  if (Object.keys(problems).length > 0) return { problems };
  if (left + right + top + bottom === 0) return { problems: { shape: words.chooseCut } };
  const cut = cutByEdges({ width, height }, { left, right, top, bottom });
  return cut ? { cut } : { problems: { left: words.nothingLeft } };
}

/** It has the words and the people of the whole, and no point: that lay elsewhere. */
export async function cutPhoto(
  { instance, jobs, now }: Pick<Serving, "instance" | "jobs" | "now">,
  whole: Picture,
  cut: Cut,
  by: string,
): Promise<Picture> {
  const kind = whole.media.slice(whole.media.indexOf(".") + 1);
  const format = kind === "png" || kind === "avif" || kind === "webp" ? kind : "jpg";
  const { bytes } = await printPicture(instance.media.path(whole.media), {
    format: format === "png" ? "webp" : format, // a palette of eight colours is for drawings
    qualities: [QUALITY],
    cut,
  });
  const { focus: _focus, ...details } = whole.details;
  const made = { ...whole, details, cut_of: whole.media, added_by: by, at: now() };
  return keepMade({ instance, jobs }, made, bytes);
}

/** What was made of a photo stands at the desk from now on. @param like what is said of it */
export async function keepMade(
  { instance, jobs }: Pick<Serving, "instance" | "jobs">,
  like: Picture,
  bytes: Uint8Array,
): Promise<Picture> {
  const stored = await instance.media.put(bytes);
  const picture: Picture = {
    ...like,
    media: stored.media,
    bytes: stored.bytes,
    width: stored.width ?? like.width,
    height: stored.height ?? like.height,
    kept: 1,
    replaced_by: null,
  };
  await askPictures(instance.log.private).add(picture);
  await jobs.add(LADDER, picture.media, { media: picture.media, has: [] });
  return picture;
}
