/** The photos of the desk, as files that a thing may show. */
import type { Db } from "../../platform/db/store.ts";
import { findPictures, pictureName } from "../pictures/api.ts";
import type { FileRow } from "./private.ts";

const OFFERED = 100; // photos, the newest first; others are found in the photos of the desk

export async function libraryFiles(db: Db, lang: string): Promise<readonly FileRow[]> {
  const { found } = await findPictures(db, { lang, size: OFFERED });
  return found.map(({ picture }) => {
    const { media, bytes, width, height, at } = picture;
    return { name: pictureName(picture), media, bytes, width, height, at };
  });
}
