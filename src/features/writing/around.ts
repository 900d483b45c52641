/** What stands around a draft: the log's own text of it, what it may name, the files that it may show. */
import { addressesIn, subjectAt } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { StoredMedia } from "../../platform/folder/fields.ts";
import { knownThings, type Known } from "../../platform/folder/folder-log.ts";
import { filesOfOne, type Around } from "../../platform/folder/one-file.ts";
import { valuesAt } from "../../platform/folder/places.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import type { MediaFile } from "../../platform/media/media.ts";
import type { DraftFile } from "../../platform/private/drafts.ts";
import type { Frame } from "../../platform/web/frame.ts";
import type { PersonCard } from "../people/feature.ts";
import { storyFolder } from "../stories/feature.ts";

export interface Told {
  readonly known: Known;
  /** The present one: an old address leads to it. */
  readonly slug: string;
  /** Its files as an export writes them, by language; `""` is the original. */
  readonly files: ReadonlyMap<string, string>;
}

/** The story at an address, as the log says it today, shown or not. */
export async function toldAt(db: Db, slug: string): Promise<Told | undefined> {
  const address = await subjectAt(db, "stories", slug);
  if (!address) return undefined;
  const { subject } = address;
  const records = await standingAbout(db, subject);
  const things = async (_space: string, kinds: readonly string[]) =>
    new Map([
      [address.slug, { subject, records: records.filter(({ kind }) => kinds.includes(kind)) }],
    ]);
  const known = (await knownThings({ things }, storyFolder)).get(address.slug)!;
  const spaces = await addressesOf(db);
  const slugs = new Map(
    [...spaces].flatMap(([space, of]) =>
      [...of].map(([one, its]) => [`${space}/${its}`, one] as const),
    ),
  );
  const slugOf = (space: string, its: string) => slugs.get(`${space}/${its}`);
  return { known, slug: address.slug, files: filesOfOne(storyFolder, address.slug, known, slugOf) };
}

async function addressesOf(db: Db): Promise<Map<string, Map<string, string>>> {
  const spaces = new Map<string, Map<string, string>>();
  for (const space of new Set(Object.values(storyFolder.refs)))
    spaces.set(space, await addressesIn(db, space));
  return spaces;
}

/** @param people whom no record names yet, by their addresses to be */
export async function aroundDraft(
  db: Db,
  frame: Frame,
  told: Told | undefined,
  { files, people }: { files: readonly DraftFile[]; people: ReadonlyMap<string, PersonCard> },
): Promise<Around> {
  const addresses = await addressesOf(db);
  const unsaid = [...people].map(([slug, { subject }]) => [slug, subject] as const);
  addresses.set("people", new Map([...addresses.get("people")!, ...unsaid]));
  return {
    addresses,
    names: new Map([
      ["campaign topics[].id", new Set(frame.topics.map(({ id }) => id))],
      ["campaign walks[].id", new Set(frame.walks.map(({ id }) => id))],
    ]),
    media: new Map([...mediaOf(told?.known), ...files.map(ofDraft)]),
  };
}

function mediaOf(known: Known | undefined): [string, MediaFile][] {
  return storyFolder.media
    .flatMap((pattern) => valuesAt(known?.body, pattern))
    .map(({ value }) => {
      const { name, media, bytes, width, height } = value as StoredMedia;
      return [name, described({ media, bytes, width, height })];
    });
}

const ofDraft = ({ name, media, bytes, width, height }: DraftFile): [string, MediaFile] => [
  name,
  described({ media, bytes, width: width ?? undefined, height: height ?? undefined }),
];

function described(file: {
  media: string;
  bytes: number;
  width: number | undefined;
  height: number | undefined;
}): MediaFile {
  const { media, bytes, width, height } = file;
  return {
    media,
    bytes,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}
