/** Which photos, films and sounds a story shows, and what the desk answered about each before it is published. Rules W40 and W41. */
import type { Db } from "../../platform/db/store.ts";
import type { Around } from "../../platform/folder/one-file.ts";
import type { Thing } from "../../platform/folder/thing.ts";
import { MEDIA_TYPES, type MediaKind } from "../../platform/media/kind.ts";
import { agreedForChildren } from "../contributions/api.ts";
import { picturesPart, type Answer } from "../pictures/model.ts";
import { withinIn } from "./within.ts";
import type { WritingWords } from "./words.ts";

/** A file that the desk is asked about. */
export interface AskedFile {
  /** As the draft calls it: `media/…`. */
  readonly name: string;
  readonly media: string;
  /** Where it stands in the story: `Picture 2`. */
  readonly what: string;
  readonly alt: string;
  readonly answer?: Answer | undefined;
}

interface Asking {
  readonly db: Db;
  /** On which it is first read. */
  readonly day: string;
  readonly media: Around["media"];
  /** A missing answer hinders it; not where it was let wait before, or imported, and its day has come. */
  readonly asks: boolean;
  readonly words: WritingWords;
}

/** @returns each file once, in the order of the story, and what hinders it from being published */
export async function askedFiles(
  { fields }: Thing,
  { db, day, media, asks, words }: Asking,
): Promise<{
  readonly files: readonly AskedFile[];
  readonly problems: readonly { readonly message: string; readonly where?: string }[];
}> {
  const shown = filesShown(fields).flatMap(({ name, ...one }) => {
    const stored = media.get(name);
    return stored ? [{ ...one, name, media: stored.media }] : [];
  });
  const once = [...new Map(shown.map((one) => [one.media, one])).values()];
  const names = once.map((one) => one.media);
  const given = await picturesPart.questions.answers(db, names);
  const answers = new Map(given.map((one) => [one.media, one]));
  const files = once.map(({ at, ...one }) => ({
    ...one,
    what: withinIn(at, words) || fieldWords(at, words),
    answer: answers.get(one.media),
  }));
  const people = (fields["people"] ?? []) as readonly string[];
  const isChild = given.some(({ child }) => child === "yes");
  const agreed = isChild ? await agreedForChildren(db, people, day) : undefined;
  const problems = files.flatMap(({ what, name, answer }) => {
    if (!answer)
      return asks ? [{ message: words.asking.open(what), where: words.asking.where }] : [];
    const purpose = purposeOf(name);
    return answer.child === "yes" && !agreed?.has(purpose)
      ? [{ message: words.asking.child(what, words.asking.to[purpose]) }]
      : [];
  });
  return { files, problems };
}

/** What somebody who is in a file has to have agreed to; a recording that was sent in says so in its name. */
export function purposeOf(file: string): "photo" | "voice" | "film" {
  if (file.startsWith("media/voice-")) return "voice";
  const type = MEDIA_TYPES[file.slice(file.lastIndexOf(".") + 1) as MediaKind] ?? "";
  return type.startsWith("audio/") ? "voice" : type.startsWith("video/") ? "film" : "photo";
}

type Shows = { readonly file?: string; readonly alt?: string; readonly night?: unknown };

/** A drawing has a print for the night; it is of a place, and nobody is in it. Nor is anybody in captions. */
export function filesShown({ cover, pictures = [], film, sign }: Thing["fields"]) {
  const { described, title } = (film ?? {}) as { described?: Shows; title?: string };
  const all: readonly (readonly [at: string, shows: unknown, alt?: string | undefined])[] = [
    ["cover", cover],
    ...(pictures as readonly Shows[]).map((one, i) => [`pictures[${i}]`, one] as const),
    ["film", film, title],
    ["film", described, title],
    ["sign", sign],
  ];
  return all.flatMap(([at, shows, called]) => {
    const { file: name, alt = called ?? "", night } = (shows ?? {}) as Shows;
    return name !== undefined && night === undefined ? [{ at, name, alt }] : [];
  });
}

function fieldWords(field: string, { fields }: WritingWords): string {
  const label: unknown = (fields as Readonly<Record<string, unknown>>)[field];
  return typeof label === "string" ? label : "";
}
