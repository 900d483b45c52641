/** The photos that there are, to choose from: found by words, the newest first, each with a small print of it. */
import type { Db } from "../../platform/db/store.ts";
import { rungsOf, type Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { get, list, type Picture } from "./private.ts";
import type { StoredFile } from "./uses.ts";

/** A photo to choose. */
export interface Pickable {
  readonly picture: Picture;
  /** What it shows, in the language asked for, else in the first that it has; empty where nobody wrote it. */
  readonly alt: string;
  /** The language of these words. */
  readonly lang: string;
  /** Its lightest print that a list needs: `/media/…`. */
  readonly src: string;
}

interface Asked {
  /** Words, all of which stand with it. */
  readonly find?: string;
  /** From 1. */
  readonly page?: number;
  readonly size?: number;
  /** The language of its words. */
  readonly lang: string;
}

/** One page of the photos of the desk. @param asked.size at most 100 */
export async function findPictures(
  db: Db,
  { lang, ...asked }: Asked,
): Promise<{ readonly found: readonly Pickable[]; readonly total: number }> {
  const { pictures, total } = await list(db, asked);
  const ladders = await rungsOf(
    db,
    pictures.map(({ media }) => media),
  );
  return {
    total,
    found: pictures.map((picture) => pickable(picture, ladders.get(picture.media), lang)),
  };
}

/** The same of one; undefined where there is none of this name. */
export async function pickedPicture(
  db: Db,
  media: string,
  lang: string,
): Promise<Pickable | undefined> {
  const picture = await get(db, media);
  if (!picture) return undefined;
  return pickable(picture, (await rungsOf(db, [media])).get(media), lang);
}

const LIST = 160; // pixels; less is blurred on a screen of twice as many points

function pickable(picture: Picture, ladder: Ladder | undefined, lang: string): Pickable {
  const { texts = [] } = picture.details;
  const text = texts.find(({ language }) => language === lang) ?? texts[0];
  const print = ladder?.rungs.find(
    ({ rung, width = 0 }) => rung === "thumb" || (width >= LIST && !rung.startsWith("avif")),
  );
  return {
    picture,
    alt: text?.alt ?? "",
    lang: text?.language ?? lang,
    src: `/media/${print?.media ?? picture.media}`,
  };
}

/** What a record holds of it: `{ file, alt, credit? }`, for a field such as `cover` or `photo`. */
export function pictureValue({ picture, alt }: Pickable): {
  readonly file: StoredFile & { readonly name: string };
  readonly alt: string;
  readonly credit?: string;
} {
  const { media, bytes, width, height, credit } = picture;
  const file = { media, name: pictureName(picture), bytes, width, height };
  return { file, alt, ...(credit !== "" && { credit }) };
}

/** As the campaign folder calls the file: `media/well-0a1b2c3d.jpg`. */
export function pictureName({ media, name }: Pick<Picture, "media" | "name">): string {
  const [hash = "", kind = ""] = media.split(".");
  const plain = name
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replaceAll(/^-|-$/g, "")
    .replace(/-?[0-9a-f]{8}$/, "");
  return `media/${plain === "" ? "photo" : plain}-${hash.slice(0, 8)}.${kind}`;
}
