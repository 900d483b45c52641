/** Does a file tell where it was made? What cameras and phones write beside a picture, a sound or a film. */
import { createReadStream } from "node:fs";
import { isPicture, type MediaKind } from "./kind.ts";
import { seePicture } from "./pictures/pictures.ts";

/** How MP4 (three ways) and WebM say a position; a name alone could stand in the coded picture by chance. */
const POSITION =
  /\xa9xyz.{4}[+-]\d\d|loci\0{4}|com\.apple\.quicktime\.location\.ISO6709|LOCATION.{1,20}[+-]\d\d\.\d/s;
const OVERLAP = 64; // bytes; longer than any of these

export async function tellsPlace(path: string, kind: MediaKind): Promise<boolean> {
  if (isPicture(kind)) return (await seePicture(path)).tellsPlace;
  if (kind !== "mp4" && kind !== "webm") return false;
  let before = "";
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = before + chunk.toString("latin1");
    if (POSITION.test(text)) return true;
    before = text.slice(-OVERLAP);
  }
  return false;
}
