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
  const stored = await instance.media.put(bytes);
  const { focus: _focus, ...details } = whole.details;
  const picture: Picture = {
    ...whole,
    media: stored.media,
    bytes: stored.bytes,
    width: stored.width ?? cut.width,
    height: stored.height ?? cut.height,
    details,
    kept: 1,
    cut_of: whole.media,
    replaced_by: null,
    added_by: by,
    at: now(),
  };
  await askPictures(instance.log.private).add(picture);
  await jobs.add(LADDER, picture.media, { media: picture.media, has: [] });
  return picture;
}
