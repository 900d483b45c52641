/**
 * The photos of the desk: what was uploaded there, and what stands on pages, each with what the desk alone knows of it. The
 * newest are found first; words are found in descriptions, credits, names of files and of people.
 */
import type { Db } from "../../platform/db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../platform/private/part.ts";
import type { Answer } from "./answers.ts";
import { answer, ANSWERS, answers, cutOutOf, hidden, hiddenBehind, unanswer } from "./answers.ts";
import { type Described, WITHHELD } from "./records.ts";

const MAX_PICTURES = 100_000; // rows; beyond them a mistake fills the disk
const MOST_WORDS = 8; // of a search
const A_STATEMENT = 100; // rows

interface Row {
  readonly media: string;
  readonly bytes: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** As it was called where it came from. */
  readonly name: string;
  readonly credit: string;
  /** For the desk alone: where a consent lies, say. */
  readonly notes: string;
  /** JSON of what is said of it in public once it stands there. */
  readonly details: string;
  /** 1: the desk keeps it, also where nothing shows it. */
  readonly kept: number;
  /** The photo that it was cut out of. */
  readonly cut_of: string | null;
  /** What stands in its place everywhere. */
  readonly replaced_by: string | null;
  /** What a search reads. */
  readonly words: string;
  /** Who added it, by name; empty where a page had it. */
  readonly added_by: string;
  /** UTC milliseconds. */
  readonly at: number;
}
type Details = Omit<Described, "photo">;
export interface Picture extends Omit<Row, "details"> {
  readonly details: Details;
}
export type PictureEdit = Pick<Picture, "media" | "credit" | "notes" | "details" | "words">;
type Tables = {
  picture: Row;
  /** What showed it: those that are erased take it with them. */
  picture_use: { media: string; subject: string };
  picture_answer: Answer;
};

const LIBRARY = { what: "library", until: "desk" } as const;
export const picturesPart = {
  name: "pictures",
  tables: {
    picture: { key: ["media"], stands: { name: [""], notes: [""] }, keeps: LIBRARY },
    picture_use: { key: ["subject", "media"], of: { media: "picture" }, keeps: LIBRARY },
    picture_answer: { key: ["media"], keeps: LIBRARY },
  },
  migrations: [
    creating({
      picture: table(
        {
          media: text,
          ...columns(integer, "bytes", "width", "height"),
          ...columns(text, "name", "credit", "notes", "details"),
          kept: integer,
          ...columns(orNull(text), "cut_of", "replaced_by"),
          ...columns(text, "words", "added_by"),
          at: bigint,
        },
        { indexes: { picture_at: ["at", "media"] } },
      ),
      picture_use: table(columns(text, "media", "subject"), {
        key: ["subject", "media"],
        indexes: { picture_use_media: ["media"] },
      }),
    }),
    creating({ picture_answer: ANSWERS }),
  ],
  questions: { get, list, answers, cutOutOf, hiddenBehind },
  operations: { add, edit, credits, note, replace, forget, erased, gone, answer, hidden },
  media: keptMedia,
  lettingGo: ["forget", "erased", "hidden"],
  afterMedia: "gone",
} satisfies PrivatePart;

export const askPictures = asking(picturesPart);
const mine = (db: Db) => db.withTables<Tables>();

export async function get(db: Db, media: string): Promise<Picture | undefined> {
  const row = await rowsOf<Row>("picture").one(db, { media });
  return row && pictureOf(row);
}

export interface Found {
  /** The newest first. */
  readonly pictures: readonly Picture[];
  /** On all pages. */
  readonly total: number;
}

/** @param asked.find words, all of which must stand there; @param asked.page from 1 */
export async function list(
  db: Db,
  { find = "", page = 1, size = 24 }: { find?: string; page?: number; size?: number },
): Promise<Found> {
  let rows = mine(db)
    .selectFrom("picture")
    .where((eb) => eb.or([eb("replaced_by", "is", null), eb("kept", "=", 1)]));
  for (const word of folded(find).split(" ").filter(Boolean).slice(0, MOST_WORDS))
    rows = rows.where("words", "like", `%${word}%`);
  const { n } = await rows
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const some = await rows
    .selectAll()
    .orderBy("at", "desc")
    .orderBy("media")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { pictures: some.map(pictureOf), total: n };
}

/** As words are looked for: without capitals and accents, and with no sign that SQL would take for a pattern. */
export const folded = (words: string): string =>
  words
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const pictureOf = ({ details, ...row }: Row): Picture => ({
  ...row,
  details: JSON.parse(details) as Details,
});

/** One that is there already stays as it is; the desk keeps it from now on. */
async function add(tx: Db, picture: Picture): Promise<void> {
  const { n } = await mine(tx)
    .selectFrom("picture")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  if (n >= MAX_PICTURES)
    throw new Error(`There are ${MAX_PICTURES} photos already. Let go of some of them first.`);
  await mine(tx)
    .insertInto("picture")
    .values({ ...picture, details: JSON.stringify(picture.details) })
    .onConflict((c) => c.column("media").doUpdateSet({ kept: 1, replaced_by: null }))
    .execute();
}

async function edit(tx: Db, { media, details, ...rest }: PictureEdit): Promise<void> {
  await mine(tx)
    .updateTable("picture")
    .set({ ...rest, details: JSON.stringify(details), kept: 1 })
    .where("media", "=", media)
    .execute();
}

/** Who made several at once: each as it was and as it is to be. @returns those that nobody changed since */
async function credits(tx: Db, all: readonly (readonly [was: Picture, is: Picture])[]) {
  const changed: string[] = [];
  for (const [{ media, credit, words }, is] of all) {
    const done = await mine(tx)
      .updateTable("picture")
      .set({ credit: is.credit, words: is.words, kept: 1 })
      .where((eb) => eb.and({ media, credit, words }))
      .executeTakeFirst();
    if (done.numUpdatedRows > 0n) changed.push(media);
  }
  return changed;
}

interface Noted {
  /** Photos that pages show; one that is known stays as it is. */
  readonly found: readonly Picture[];
  readonly uses: readonly { readonly media: string; readonly subject: string }[];
  /** What records say of photos. */
  readonly described: readonly { readonly media: string; readonly details: Details }[];
}

/** What records say; given twice, it is as if it came once. */
async function note(tx: Db, { found, uses, described }: Noted): Promise<void> {
  for (let i = 0; i < found.length; i += A_STATEMENT)
    await mine(tx)
      .insertInto("picture")
      .values(
        found
          .slice(i, i + A_STATEMENT)
          .map((one) => ({ ...one, details: JSON.stringify(one.details) })),
      )
      .onConflict((c) => c.column("media").doNothing())
      .execute();
  for (let i = 0; i < uses.length; i += A_STATEMENT)
    await mine(tx)
      .insertInto("picture_use")
      .values(uses.slice(i, i + A_STATEMENT))
      .onConflict((c) => c.columns(["subject", "media"]).doNothing())
      .execute();
  for (const { media, details } of described)
    await mine(tx)
      .updateTable("picture")
      .set({ details: JSON.stringify(details) })
      .where("media", "=", media)
      .execute();
}

async function replace(tx: Db, { media, by }: { media: string; by: string }): Promise<void> {
  await mine(tx)
    .updateTable("picture")
    .set({ replaced_by: by })
    .where("media", "=", media)
    .execute();
  // Who goes back to the first one does not go round in a circle.
  await mine(tx)
    .updateTable("picture")
    .set({ replaced_by: null })
    .where("media", "=", by)
    .execute();
}

/** @returns the files that it named */
async function forget(tx: Db, media: readonly string[]): Promise<string[]> {
  await gone(tx, media);
  return [...media];
}

/**
 * Something was erased: photos that it alone showed, and those that somebody who was erased is on. What is said of them
 * goes, and each is withheld wherever something shows it still, or a draft will; the row goes with the file.
 * @returns their files; also those that were withheld before, so that what was cut in the middle is done when it is asked again
 */
async function erased(tx: Db, subject: string): Promise<string[]> {
  const uses = mine(tx).selectFrom("picture_use");
  const shown = await uses.select("media").where("subject", "=", subject).execute();
  const on = await mine(tx)
    .selectFrom("picture")
    .select("media")
    .where("details", "like", `%"${subject}"%`)
    .execute();
  const others = await uses.select("media").where("subject", "!=", subject).distinct().execute();
  const kept = new Set(others.map(({ media }) => media));
  const names = new Set(on.map(({ media }) => media));
  const all = [...new Set([...shown.map(({ media }) => media), ...names])];
  await mine(tx).deleteFrom("picture_use").where("subject", "=", subject).execute();
  for (const media of all)
    if (names.has(media) || !kept.has(media)) await withhold(tx, media, subject, kept.has(media));
  const withheld = await mine(tx)
    .selectFrom("picture")
    .select("media")
    .where("details", "like", `%"until":"${WITHHELD}"%`)
    .execute();
  return withheld.map(({ media }) => media);
}

/** Who else is on it stays named; no word of it does, for whoever was erased may stand in it. */
async function withhold(tx: Db, media: string, person: string, isShown: boolean): Promise<void> {
  await unanswer(tx, media);
  const picture = await get(tx, media);
  if (!picture) return;
  const { focus, people = [] } = picture.details;
  const others = people.filter((one) => one !== person);
  const details: Details = {
    ...(focus && { focus }),
    ...(others.length > 0 && { people: others }),
    until: WITHHELD,
  };
  await mine(tx)
    .updateTable("picture")
    .set({
      name: "",
      notes: "",
      words: folded(picture.credit),
      details: JSON.stringify(details),
      kept: isShown ? picture.kept : 0,
    })
    .where("media", "=", media)
    .execute();
}

/** The files are gone. */
async function gone(tx: Db, media: readonly string[]): Promise<void> {
  if (media.length === 0) return;
  for (const name of ["picture", "picture_use", "picture_answer"] as const)
    await mine(tx)
      .deleteFrom(name)
      .where("media", "in", [...media])
      .execute();
}

/** What the desk keeps; the rest stays for as long as a page or a draft names it. */
async function keptMedia(db: Db): Promise<readonly string[]> {
  const rows = await mine(db).selectFrom("picture").select("media").where("kept", "=", 1).execute();
  return rows.map(({ media }) => media);
}
