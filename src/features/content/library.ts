/** The photos of the desk, as files that a thing may show. */
import type { Db } from "../../platform/db/store.ts";
import { findPictures, pictureName } from "../pictures/api.ts";
import type { FileRow } from "./private.ts";

const OFFERED = 100; // photos, the newest first; others are found in the photos of the desk

/** With what it shows, in the language asked for where somebody wrote it. */
interface LibraryFile extends FileRow {
  readonly alt: string;
}

export async function libraryFiles(db: Db, lang: string): Promise<readonly LibraryFile[]> {
  const { found } = await findPictures(db, { lang, size: OFFERED });
  return found.map(({ picture, alt }) => {
    const { media, bytes, width, height, at } = picture;
    return { name: pictureName(picture), media, bytes, width, height, at, alt };
  });
}
