/**
 * What drafts lie in, and how they are read: one row a draft, one a version of it, one a file that its text names; and
 * one for each draft of which something is to be said on a day to come (waiting.ts).
 */
import { creating, rowsOf } from "../../../platform/private/part.ts";
import type { Db } from "../../../platform/db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../../../platform/db/table.ts";

/** In place of an account's name: by whoever sent it. */
export const SENT_IN = "sent in";

export type DraftKind = "story" | "translation";

export interface DraftRow {
  readonly id: string;
  readonly kind: DraftKind;
  /** The slug of the story; of a translation, of its original. */
  readonly slug: string;
  /** Of a translation; empty for a story, whose text says its language. */
  readonly lang: string;
  /** Who began it: an account's name, or `SENT_IN`. */
  readonly owner: string;
  /** The submission that it came from. */
  readonly source: string | null;
  /** The version that is the draft. */
  readonly version: number;
  /** The file as the log held it when the draft was begun or last published; null where there was none. */
  readonly said: string | null;
  /** The version that was published last. */
  readonly said_version: number | null;
}
export interface VersionRow {
  readonly draft: string;
  readonly version: number;
  /** The version it was written over. */
  readonly base: number;
  readonly text: string;
  readonly author: string;
  /** UTC milliseconds. */
  readonly at: number;
  /** When this sitting began; 0 for a version that somebody saved by hand. */
  readonly sitting: number;
  /** 1 for one that came too late: kept, and not the draft. */
  readonly aside: number;
}
export interface FileRow {
  readonly draft: string;
  /** `media/x.avif`, as the text names it. */
  readonly name: string;
  readonly media: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}
/** That a draft was taken back by somebody in it or by whoever sent it: nothing of what it held. */
export interface GoneRow {
  /** Of the draft. */
  readonly id: string;
  /** The UTC day. */
  readonly day: string;
}
type Tables = {
  draft: DraftRow;
  draft_version: VersionRow;
  draft_file: FileRow;
  draft_gone: GoneRow;
};

export const mine = (db: Db) => db.withTables<Tables>();
const versionRows = rowsOf<VersionRow>("draft_version");
const fileRows = rowsOf<FileRow>("draft_file");
const goneRows = rowsOf<GoneRow>("draft_gone");

export const migrations: readonly ((db: Db) => Promise<void>)[] = [
  async (db) => {
    await creating({
      draft: table({
        ...columns(text, "id", "kind", "slug", "lang", "owner"),
        source: orNull(text),
        version: integer,
        said: orNull(text),
        said_version: orNull(integer),
      }),
    })(db);
    await db.schema
      .createIndex("draft_slug")
      .unique()
      .on("draft")
      .columns(["slug", "kind", "lang"])
      .execute();
    await creating({
      draft_version: table(
        {
          draft: text,
          ...columns(integer, "version", "base"),
          ...columns(text, "text", "author"),
          ...columns(bigint, "at", "sitting"),
          aside: integer,
        },
        { key: ["draft", "version"] },
      ),
      draft_file: table(
        {
          ...columns(text, "draft", "name", "media"),
          bytes: integer,
          ...columns(orNull(integer), "width", "height"),
        },
        { key: ["draft", "name"] },
      ),
    })(db);
  },
  creating({ draft_gone: table(columns(text, "id", "day")) }),
];

export interface WaitingRow {
  readonly draft: string;
  /** Another one whenever something else waits in its place. */
  readonly token: string;
  /** In UTC: it is said when this day begins; or at this moment, ISO 8601 with milliseconds. */
  readonly day: string;
  /** The file of the campaign folder, in canonical form. */
  readonly text: string;
  /** What the text shows, as JSON. */
  readonly files: string;
  /** The records that say it, once its day has come: the same ones however often they are appended. */
  readonly signed: string | null;
  /** Why it could not be said on its day, for the desk. */
  readonly trouble: string | null;
}
type WaitingTables = { waiting: WaitingRow; draft: DraftRow };

export interface Waiting extends Omit<WaitingRow, "files"> {
  readonly kind: DraftKind;
  readonly slug: string;
  /** Of a translation; empty for a story. */
  readonly lang: string;
  readonly files: readonly Omit<FileRow, "draft">[];
}

export const waitingRows = (db: Db) => db.withTables<WaitingTables>();

export const waitingMigrations: readonly ((db: Db) => Promise<void>)[] = [
  creating({
    waiting: table({
      ...columns(text, "draft", "token", "day", "text", "files"),
      ...columns(orNull(text), "signed", "trouble"),
    }),
  }),
];

/** Whether something of this draft waits for its day, or is just being said. */
export async function isWaiting(tx: Db, draft: string): Promise<boolean> {
  const row = waitingRows(tx).selectFrom("waiting").select("draft").where("draft", "=", draft);
  return (await row.executeTakeFirst()) !== undefined;
}

/** With its draft goes what waits of it. @returns the media that it named */
export async function forgetWaiting(tx: Db, draft: string): Promise<string[]> {
  const gone = waitingRows(tx).deleteFrom("waiting").where("draft", "=", draft).returning("files");
  return (await gone.execute()).flatMap(({ files }) => mediaIn(files));
}

/** Everything that waits, or what waits of one story: itself before its translations. */
export async function readWaiting(db: Db, slug?: string): Promise<Waiting[]> {
  const all = waitingRows(db)
    .selectFrom("waiting")
    .innerJoin("draft", "draft.id", "waiting.draft")
    .selectAll("waiting")
    .select(["draft.kind", "draft.slug", "draft.lang"])
    .orderBy("draft.slug")
    .orderBy("draft.lang");
  const rows = await (slug === undefined ? all : all.where("draft.slug", "=", slug)).execute();
  return rows.map((row) => ({ ...row, files: filesIn(row.files) }));
}

/** The media that they name: no record does yet. */
export async function waitingMedia(db: Db): Promise<string[]> {
  const rows = await waitingRows(db).selectFrom("waiting").select("files").execute();
  return rows.flatMap(({ files }) => mediaIn(files));
}

const filesIn = (files: string) => JSON.parse(files) as Waiting["files"];
const mediaIn = (files: string): string[] => filesIn(files).map(({ media }) => media);

export interface Draft extends DraftRow {
  readonly text: string;
  /** Who saved it last, and when. */
  readonly author: string;
  readonly at: number;
}
export type DraftVersion = VersionRow;
export type DraftFile = Omit<FileRow, "draft">;

export async function get(tx: Db, id: string): Promise<Draft | undefined> {
  const [found] = await withText(tx, id);
  return found;
}

/** @returns the id of the draft of this file */
export async function find(
  tx: Db,
  { kind, slug, lang }: Pick<DraftRow, "kind" | "slug" | "lang">,
): Promise<string | undefined> {
  const row = await mine(tx)
    .selectFrom("draft")
    .select("id")
    .where("kind", "=", kind)
    .where("slug", "=", slug)
    .where("lang", "=", kind === "story" ? "" : lang)
    .executeTakeFirst();
  return row?.id;
}

/** All drafts, the one saved last first. */
export async function list(tx: Db): Promise<Draft[]> {
  return (await withText(tx)).toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

async function withText(tx: Db, id?: string): Promise<Draft[]> {
  let rows = mine(tx)
    .selectFrom("draft")
    .innerJoin("draft_version", (join) =>
      join
        .onRef("draft_version.draft", "=", "draft.id")
        .onRef("draft_version.version", "=", "draft.version"),
    )
    .selectAll("draft")
    .select(["text", "author", "at"]);
  if (id !== undefined) rows = rows.where("draft.id", "=", id);
  return rows.execute();
}

/** Every version, the newest first. */
export function versions(tx: Db, id: string): Promise<DraftVersion[]> {
  return versionRows.of(tx, { draft: id }).orderBy("version", "desc").execute();
}

export function version(tx: Db, { id, version: n }: { id: string; version: number }) {
  return versionRows.one(tx, { draft: id, version: n });
}

export function filesOf(tx: Db, id: string): Promise<DraftFile[]> {
  return mine(tx)
    .selectFrom("draft_file")
    .select(["name", "media", "bytes", "width", "height"])
    .where("draft", "=", id)
    .orderBy("name")
    .execute();
}

/** @returns the day on which this draft was taken back */
export async function goneOn(tx: Db, id: string): Promise<string | undefined> {
  return (await goneRows.one(tx, { id }))?.day;
}

/** What was taken back on this day or later, the newest first. */
export function goneSince(tx: Db, day: string): Promise<GoneRow[]> {
  const since = goneRows.of(tx).where("day", ">=", day);
  return since.orderBy("day", "desc").orderBy("id").execute();
}

/** The media that drafts name: no record does yet, and no sweep may take them. */
export async function draftMedia(db: Db): Promise<string[]> {
  const rows = await mine(db).selectFrom("draft_file").select("media").distinct().execute();
  return [...rows.map((row) => row.media), ...(await waitingMedia(db))];
}

export interface ShowingDraft extends Draft {
  /** `media/x.avif`: as its text names the file. */
  readonly name: string;
}

/** The drafts whose text names the file, which no record does yet; with what waits of one as the draft that it is of. */
export async function draftsShowing(db: Db, media: string): Promise<ShowingDraft[]> {
  const rows = await fileRows.of(db, { media }).orderBy("draft").execute();
  const waiting = await readWaiting(db);
  const found: ShowingDraft[] = [];
  for (const { draft: id, name } of rows) {
    const draft = await get(db, id);
    const waits = waiting.some(
      (one) =>
        one.draft === id &&
        one.text.includes(name) &&
        one.files.some((file) => file.media === media),
    );
    if (draft && (waits || draft.text.includes(name))) found.push({ ...draft, name });
  }
  return found;
}
