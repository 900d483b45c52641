/** One thing as the log has it, and what its form may name: asked by its address, never a whole space at once. */
import { slugsOf, subjectAt } from "../../platform/addresses/addresses.ts";
import { namesOf } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import type { StoredMedia } from "../../platform/folder/fields.ts";
import { knownThings, type Known } from "../../platform/folder/folder-log.ts";
import { fieldsOfOne, type Around } from "../../platform/folder/one-file.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { valuesAt } from "../../platform/folder/places.ts";
import type { Fields } from "../../platform/folder/thing.ts";
import { askedOf } from "./form/asked.ts";
import { erasedAbout, standingAbout } from "../../platform/log/reading.ts";
import type { MediaFile } from "../../platform/media/media.ts";
import { canonical, type JsonObject } from "../../platform/records/jcs.ts";
import { sha256, type LogRecord } from "../../platform/records/record.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { shapeOf } from "./form/shape.ts";
import { typedOf } from "./form/typed.ts";
import { standsNow } from "./led.ts";
import type { FileRow } from "./private.ts";

export interface Standing {
  readonly part: FolderPart;
  readonly subject: string;
  /** The present one: an old address leads to it. */
  readonly slug: string;
  readonly known: Known;
  /** Of the thing itself, in reading order. */
  readonly records: readonly LogRecord[];
}

/** What stands or stood at an address. */
export async function standingAt(
  db: Db,
  part: FolderPart,
  asked: string,
): Promise<Standing | undefined> {
  const address = await subjectAt(db, part.space, asked);
  if (!address) return undefined;
  const { subject, slug } = address;
  const all = await standingAbout(db, subject);
  const erased = await erasedAbout(db, subject);
  const things = async (_space: string, kinds: readonly string[]) => {
    const records = all.filter(({ kind }) => kinds.includes(kind));
    return new Map([[slug, { subject, records, erased }]]);
  };
  const known = (await knownThings({ things }, part)).get(slug)!;
  const itself = [part.opening, part.edit, part.withdrawal];
  return { part, subject, slug, known, records: all.filter(({ kind }) => itself.includes(kind)) };
}

export const isGone = ({ known }: Pick<Standing, "known">): boolean =>
  known.isWithdrawn || !known.body;

/** A text that tells whether a thing is still what a form was made from. */
export const versionOf = ({ known }: Pick<Standing, "known">): string =>
  bodyVersion(known.body ?? {}, known.isWithdrawn);

const bodyVersion = (body: JsonObject, isWithdrawn = false): string =>
  sha256(`${canonical(body)} ${isWithdrawn}`);

/** What a form was made from that somebody else has changed since. */
export const bodyAt = ({ known }: Standing, version: string): JsonObject | undefined =>
  known.said.get("")?.findLast((body) => body && bodyVersion(body) === version);

/** The fields of a thing as its form has them, as it was said once or is said now. */
export async function fieldsOf(
  db: Db,
  { part, slug, known }: Pick<Standing, "part" | "slug" | "known">,
  body: JsonObject | undefined = known.body,
  added: Known["added"] = known.added,
): Promise<Fields | undefined> {
  const subjects = Object.keys(part.refs).flatMap((pattern) =>
    [body, ...Object.entries(added).map(([list, rows]) => ({ [list]: rows }))].flatMap((one) =>
      valuesAt(one, pattern).map(({ value }) => String(value)),
    ),
  );
  const slugs = await slugsOf(db, subjects);
  const read = fieldsOfOne(part, slug, { body, added }, (_space, subject) => slugs.get(subject));
  if (!read) return undefined;
  const own = read.markdown ? { ...read.fields, markdown: read.markdown } : read.fields;
  return askedOf(part)?.open(own) ?? own;
}

/** What these slugs are called, as `people/amina` to a name. */
export async function namesIn(
  db: Db,
  part: FolderPart,
  fields: Fields,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const [pattern, space] of Object.entries(part.refs))
    for (const { value } of valuesAt(fields, pattern)) {
      const key = `${space}/${String(value)}`;
      if (names.has(key)) continue;
      const address = await subjectAt(db, space, String(value));
      const called = address && (await namesOf(db, [address.subject])).get(address.subject);
      names.set(key, called?.name ?? String(value));
    }
  return names;
}

/** The fields as they stand in the form. */
export async function typedFrom(
  db: Db,
  part: FolderPart,
  fields: Fields,
  lang: string,
): Promise<Record<string, string>> {
  const names = await namesIn(db, part, fields);
  const nameOf = (space: string, slug: string) => names.get(`${space}/${slug}`) ?? slug;
  return typedOf(shapeOf(part), fields, { lang, nameOf });
}

/** What stands around the fields: the things that they name, what the campaign lists, the files that they show. */
export async function aroundFields(
  db: Db,
  { part, known }: { readonly part: FolderPart; readonly known: Known | undefined },
  {
    fields,
    frame,
    files,
  }: {
    readonly fields: Fields;
    readonly frame: Frame;
    readonly files: readonly FileRow[];
  },
): Promise<Around> {
  const addresses = new Map<string, Map<string, string>>();
  for (const [pattern, space] of Object.entries(part.refs)) {
    const of = addresses.get(space) ?? new Map<string, string>();
    addresses.set(space, of);
    for (const { value } of valuesAt(fields, pattern)) {
      const slug = String(value);
      // A form may name what has become one with another since it was opened.
      const address = (await standsNow(db, space, slug)) ?? (await subjectAt(db, space, slug));
      if (address) of.set(String(value), address.subject);
    }
  }
  return {
    addresses,
    names: new Map([
      ["campaign topics[].id", new Set(frame.topics.map(({ id }) => id))],
      ["campaign walks[].id", new Set(frame.walks.map(({ id }) => id))],
    ]),
    media: new Map([...mediaOf(part, known), ...files.map(fileOf)]),
  };
}

function mediaOf(part: FolderPart, known: Known | undefined): [string, MediaFile][] {
  // What was said once may come back; of one name the last file counts.
  const bodies = [...(known?.said.get("") ?? []), known?.body];
  return bodies
    .flatMap((body) => (body ? [body] : []))
    .flatMap((body) => part.media.flatMap((pattern) => valuesAt(body, pattern)))
    .map(({ value }) => {
      const { name, media, bytes, width, height } = value as StoredMedia;
      return [name, sized(media, bytes, width, height)];
    });
}

const fileOf = ({ name, media, bytes, width, height }: FileRow): [string, MediaFile] => [
  name,
  sized(media, bytes, width ?? undefined, height ?? undefined),
];

const sized = (
  media: string,
  bytes: number,
  width: number | undefined,
  height: number | undefined,
): MediaFile => ({
  media,
  bytes,
  ...(width !== undefined && { width }),
  ...(height !== undefined && { height }),
});

/** The files that a form names, in `media/`. */
export const filesNamed = (part: FolderPart, fields: Fields): string[] =>
  part.media.flatMap((pattern) => valuesAt(fields, pattern).map(({ value }) => String(value)));
