/** What stands around a draft: the log's own text of it, what it may name, the files that it may show. */
import { addressesIn, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { StoredMedia } from "../../platform/folder/fields.ts";
import { knownThings, type Known } from "../../platform/folder/folder-log.ts";
import { filesOfOne, type Around } from "../../platform/folder/one-file.ts";
import { valuesAt } from "../../platform/folder/places.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import type { MediaFile } from "../../platform/media/media.ts";
import type { Frame } from "../../platform/web/frame.ts";
import type { PersonCard } from "../people/api.ts";
import { storyFolder } from "../stories/api.ts";
import { type DraftFile, readWaiting, type Waiting } from "../stories/model.ts";
import { beginsIn } from "./file-lines.ts";

export interface StandingStory {
  /** As the log says it; undefined where all of it waits for its day. */
  readonly known: Known | undefined;
  /** The present one: an old address leads to it. */
  readonly slug: string;
  /** Its files as an export writes them, by language; `""` is the original. What waits counts as said. */
  readonly files: ReadonlyMap<string, string>;
  /** The same without what waits. */
  readonly logged: ReadonlyMap<string, string>;
  /** What waits for its day, by language. */
  readonly waits: ReadonlyMap<string, Waiting>;
}

/** The story at an address, as it is said today or waits to be, shown or not. */
export async function standingStory(db: Db, asked: string): Promise<StandingStory | undefined> {
  const address = await subjectAt(db, "stories", asked);
  const slug = address?.slug ?? asked;
  const waiting = await readWaiting(db, slug);
  if (!address && waiting.length === 0) return undefined;
  const known = address && (await knownAt(db, address));
  const logged = known ? await loggedFiles(db, slug, known) : new Map<string, string>();
  const waits = new Map(waiting.map((one) => [one.lang, one]));
  const files = new Map([...logged, ...waiting.map(({ lang, text }) => [lang, text] as const)]);
  return { known, slug, files, logged, waits };
}

async function knownAt(db: Db, { subject, slug }: Address): Promise<Known> {
  const records = await standingAbout(db, subject);
  const things = async (_space: string, kinds: readonly string[]) =>
    new Map([[slug, { subject, records: records.filter(({ kind }) => kinds.includes(kind)) }]]);
  return (await knownThings({ things }, storyFolder)).get(slug)!;
}

async function loggedFiles(db: Db, slug: string, known: Known) {
  const spaces = await addressesOf(db);
  const slugs = new Map(
    [...spaces].flatMap(([space, of]) =>
      [...of].map(([one, its]) => [`${space}/${its}`, one] as const),
    ),
  );
  return filesOfOne(storyFolder, slug, known, (space, its) => slugs.get(`${space}/${its}`));
}

/** Whether it was said before its day, and is held back: then what is said of it is held back, too. */
export const isHeldBack = ({ known, logged }: StandingStory, now: string): boolean =>
  known !== undefined && !known.isWithdrawn && beginsIn(logged.get("") ?? "") > now;

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
  told: StandingStory | undefined,
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
    media: new Map([
      ...mediaOf(told?.known),
      ...[...(told?.waits.values() ?? []), { files }].flatMap((one) => one.files.map(ofDraft)),
    ]),
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
