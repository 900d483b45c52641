/**
 * A picture that is added to a draft: read with a bound, told by its bytes, made anew without what the camera wrote into
 * it, named after what it holds. Rule W9.
 */
import type { IncomingMessage } from "node:http";
import type { Removed } from "../../platform/media/pictures/job.ts";
import type { MediaError } from "../../platform/media/media-error.ts";
import type { Media, MediaFile } from "../../platform/media/media.ts";
import type { DraftFile } from "../stories/model.ts";
import { lineOf } from "./media-rows.ts";
import { readParts } from "../../platform/media/form.ts";

export const MAX_PICTURE = 15_000_000; // bytes; as phones write them
const MAX_FORM = MAX_PICTURE + 20_000; // bytes; the words beside it
const SIDE = 2048; // pixels; more than any screen shows, and less than a megabyte of most photos

export interface Uploaded {
  readonly file: DraftFile;
  /** What the camera wrote into it, and stands there no more. */
  readonly removed: readonly Removed[];
  readonly alt: string;
  readonly credit: string;
  /** `night`: in place of the cover in dark mode. */
  readonly as: "picture" | "cover" | "night";
}

export interface Keeping {
  readonly media: Pick<Media, "put">;
  /** A folder for the work, on the disk of the data. */
  readonly work: string;
}

const FIELDS = ["alt", "credit", "as"] as const;
const FILES = { file: ["picture"] } as const;

/** @returns why nothing was kept, where it was not */
export async function takePicture(
  req: IncomingMessage,
  { media, work }: Keeping,
  slug: string,
): Promise<Uploaded | "size" | "form" | MediaError> {
  await using open = new AsyncDisposableStack();
  const parts = { fields: FIELDS, files: FILES, most: MAX_FORM };
  const came = await readParts(req, { work, side: SIDE }, open, parts);
  if (typeof came === "string") return came;
  const { alt, credit = "", as } = came.typed;
  const { file } = came.files;
  if (came.refused) return came.refused;
  if (!file || alt === undefined) return "form";
  return {
    file: draftFile(slug, await media.put(file.path)),
    removed: file.removed,
    alt,
    credit,
    as: as === "cover" || as === "night" ? as : "picture",
  };
}

/** As the draft's text names it: after the story, and what it holds. */
export function draftFile(slug: string, { media, bytes, width, height }: MediaFile): DraftFile {
  const [hash = "", kind = ""] = media.split(".");
  const name = `media/${slug}-${hash.slice(0, 8)}.${kind}`;
  return { name, media, bytes, width: width ?? null, height: height ?? null };
}

/** The fields of the draft with the picture in them. */
export function withPicture(
  typed: Readonly<Record<string, string>>,
  { file, alt, credit, as }: Uploaded,
): Record<string, string> {
  if (as === "cover") {
    const { cover_night: _ofTheOneBefore, ...others } = typed;
    return { ...others, cover_file: file.name, cover_alt: alt, cover_credit: credit };
  }
  if (as === "night") return { ...typed, cover_night: file.name };
  const name = nameInText(file.name);
  const entry = { name, file: file.name, alt, ...(credit !== "" && { credit }) };
  const line = `- ${JSON.stringify(entry)}`; // JSON is YAML
  const markdown = [typed["markdown"] ?? "", lineOf(name, alt)];
  return {
    ...typed,
    pictures: [typed["pictures"] ?? "", line].filter((part) => part !== "").join("\n"),
    markdown: markdown.filter((part) => part !== "").join("\n\n"),
  };
}

const nameInText = (file: string): string => `p-${/-([0-9a-f]{8})\./.exec(file)![1]}`;

/** What a picture of the draft shows, and where it stands; undefined where the draft does not show it. */
export function standingAs(
  typed: Readonly<Record<string, string>>,
  file: string,
): Pick<Uploaded, "alt" | "as"> | undefined {
  if (typed["cover_file"] === file) return { alt: typed["cover_alt"] ?? "", as: "cover" };
  if (typed["cover_night"] === file) return { alt: typed["cover_alt"] ?? "", as: "night" };
  // bounded: a picture's words end where another begins
  const shown = new RegExp(`!\\[([^[\\]]*)\\]\\(picture:${nameInText(file)}\\)`).exec(
    typed["markdown"] ?? "",
  );
  return shown ? { alt: shown[1]!, as: "picture" } : undefined;
}
