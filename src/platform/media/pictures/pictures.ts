/** What may be asked of pictures. All of it is done in processes of their own (crew.ts), in upright pictures. */
import { HEAVY_PIXELS, MOST_PIXELS } from "../limits.ts";
import type { MediaKind } from "../kind.ts";
import { askFor, tooManyPoints } from "./crew.ts";
import type { Cleaned, Cut, Pixels, Print, Printed, Seen } from "./job.ts";

/** Its size as it is shown, and whether it tells where it was taken; from its header. @throws MediaError */
export const seePicture = (path: string, signal?: AbortSignal): Promise<Seen> =>
  askFor({ do: "look", from: path }, { signal });

/**
 * Made anew from its pixels: upright, in ordinary colours, and with nothing in it but the picture.
 * @param side the longest that it may have, in pixels
 * @throws MediaError when it is damaged or asks for more than one picture may
 */
export async function cleanPicture(
  raw: string,
  clean: string,
  kind: MediaKind,
  {
    side,
    signal,
  }: { readonly side?: number | undefined; readonly signal?: AbortSignal | undefined },
): Promise<Cleaned> {
  const isHeavy = isHeavyOne(await seePicture(raw, signal));
  return askFor({ do: "clean", raw, clean, kind, side }, { signal, isHeavy });
}

/** @throws MediaError where it has too many points */
function isHeavyOne({ width, height }: Seen): boolean {
  const points = width * height;
  if (points > MOST_PIXELS) throw tooManyPoints();
  return points > HEAVY_PIXELS;
}

/**
 * The grey pixels of a picture from outside, upright, of which nothing is kept.
 * @param side the longest that it may have, in pixels @param most ms of a processor
 * @throws MediaError when it is damaged or asks for more than that
 */
export async function glimpseOf(
  raw: string,
  {
    side,
    most,
    signal,
  }: { readonly side: number; readonly most: number; readonly signal?: AbortSignal | undefined },
): Promise<Pixels> {
  const isHeavy = isHeavyOne(await askFor({ do: "look", from: raw, most }, { signal }));
  return askFor({ do: "glimpse", raw, side, most }, { signal, isHeavy });
}

/** Written small. @param from a path, or bytes @throws MediaError */
export const printPicture = (
  from: string | Uint8Array,
  print: Print,
  signal?: AbortSignal,
): Promise<Printed> => askFor({ do: "print", from, print }, { signal });

/** A picture of ours with parts hidden beyond recovery, in the form that it has. @param parts in pixels @throws MediaError */
export const hideInPicture = (
  from: string,
  { parts, kind }: { readonly parts: readonly Cut[]; readonly kind: MediaKind },
): Promise<Printed> => askFor({ do: "hide", from, parts, kind });

/** Its pixels; grey ones are drawn into the size that is asked for. @throws MediaError */
export const pixelsOf = (
  from: string | Uint8Array,
  grey?: { readonly width: number; readonly height: number },
  signal?: AbortSignal,
): Promise<Pixels> => askFor({ do: "pixels", from, ...(grey && { grey }) }, { signal });
