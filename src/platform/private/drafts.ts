/**
 * Stories and translations that are being written. A draft's text is the very file of the campaign folder that it is to
 * become; every version stays, and so does one that came too late because somebody else had saved meanwhile.
 */
import { randomBytes } from "node:crypto";
import type { Db } from "../db/store.ts";
import type { PrivatePart } from "./part.ts";

const MAX_DRAFTS = 20_000; // more than a desk can write; beyond them a mistake fills the disk
const MAX_TEXT = 400_000; // characters; a body is 256 kB
const ONE_SITTING = 10 * 60_000; // ms in which what is saved by itself is one version

export type DraftKind = "story" | "translation";

interface DraftRow {
  readonly id: string;
  readonly kind: DraftKind;
  /** The slug of the story; of a translation, of its original. */
  readonly slug: string;
  /** Of a translation; empty for a story, whose text says its language. */
  readonly lang: string;
  /** Who began it: an account's name, or "sent in". */
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
interface VersionRow {
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
interface FileRow {
  readonly draft: string;
  /** `media/x.avif`, as the text names it. */
  readonly name: string;
  readonly media: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}
type Tables = { draft: DraftRow; draft_version: VersionRow; draft_file: FileRow };

export interface Draft extends DraftRow {
  readonly text: string;
  /** Who saved it last, and when. */
  readonly author: string;
  readonly at: number;
}
export type DraftVersion = VersionRow;
export type DraftFile = Omit<FileRow, "draft">;

export interface NewDraft {
  readonly kind: DraftKind;
  readonly slug: string;
  readonly lang: string;
  readonly text: string;
  readonly by: string;
  /** The id of a submission. */
  readonly from?: string;
  /** The file in the log that it begins with. */
  readonly said?: string;
  readonly at?: number;
}
export interface DraftSave {
  readonly id: string;
  /** The version that the text was written over. */
  readonly base: number;
  readonly text: string;
  readonly by: string;
  /** Saved by itself while somebody writes. */
  readonly auto?: boolean;
  readonly at?: number;
}
export type DraftSaved =
  | { readonly version: number }
  /** Somebody saved meanwhile: that is the draft, and this text is kept beside it as version `kept`. */
  | { readonly conflict: Draft; readonly kept: number };

export const drafts: PrivatePart = {
  name: "drafts",
  tables: ["draft", "draft_version", "draft_file"],
  migrations: [
    async (db) => {
      await db.schema
        .createTable("draft")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("kind", "text", (c) => c.notNull())
        .addColumn("slug", "text", (c) => c.notNull())
        .addColumn("lang", "text", (c) => c.notNull())
        .addColumn("owner", "text", (c) => c.notNull())
        .addColumn("source", "text")
        .addColumn("version", "integer", (c) => c.notNull())
        .addColumn("said", "text")
        .addColumn("said_version", "integer")
        .execute();
      await db.schema
        .createIndex("draft_slug")
        .unique()
        .on("draft")
        .columns(["slug", "kind", "lang"])
        .execute();
      await db.schema
        .createTable("draft_version")
        .addColumn("draft", "text", (c) => c.notNull())
        .addColumn("version", "integer", (c) => c.notNull())
        .addColumn("base", "integer", (c) => c.notNull())
        .addColumn("text", "text", (c) => c.notNull())
        .addColumn("author", "text", (c) => c.notNull())
        .addColumn("at", "bigint", (c) => c.notNull())
        .addColumn("sitting", "bigint", (c) => c.notNull())
        .addColumn("aside", "integer", (c) => c.notNull())
        .addPrimaryKeyConstraint("draft_version_pk", ["draft", "version"])
        .execute();
      await db.schema
        .createTable("draft_file")
        .addColumn("draft", "text", (c) => c.notNull())
        .addColumn("name", "text", (c) => c.notNull())
        .addColumn("media", "text", (c) => c.notNull())
        .addColumn("bytes", "integer", (c) => c.notNull())
        .addColumn("width", "integer")
        .addColumn("height", "integer")
        .addPrimaryKeyConstraint("draft_file_pk", ["draft", "name"])
        .execute();
    },
  ],
  operations: {
    create,
    save,
    get,
    find,
    list,
    versions,
    version,
    rename,
    published,
    addFile,
    files,
    forget,
  },
};

/** A slug that another draft has gets a number: what was sent in is never turned away. @returns its id */
async function create(tx: Db, draft: NewDraft): Promise<string> {
  bounded(draft.text);
  const { n } = await mine(tx)
    .selectFrom("draft")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  if (n >= MAX_DRAFTS)
    throw new Error(`There are ${MAX_DRAFTS} drafts already. Delete some of them first.`);
  const { kind, text, by, from = null, said = null, at = Date.now() } = draft;
  const lang = kind === "story" ? "" : draft.lang;
  const id = randomBytes(6).toString("hex");
  const slug = await freeSlug(tx, draft);
  await mine(tx)
    .insertInto("draft")
    .values({ id, kind, slug, lang, owner: by, source: from, version: 1, said, said_version: null })
    .execute();
  await mine(tx)
    .insertInto("draft_version")
    .values({ draft: id, version: 1, base: 0, text, author: by, at, sitting: 0, aside: 0 })
    .execute();
  return id;
}

async function freeSlug(tx: Db, { kind, slug, lang }: Pick<NewDraft, "kind" | "slug" | "lang">) {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? slug : `${slug.slice(0, 74)}-${n}`;
    if (!(await find(tx, { kind, slug: tried, lang }))) return tried;
  }
}

async function save(
  tx: Db,
  { id, base, text, by, auto, at = Date.now() }: DraftSave,
): Promise<DraftSaved> {
  bounded(text);
  const draft = await known(tx, id);
  const tooLate = base !== draft.version;
  const all = await versions(tx, id);
  const latest = all.find(({ aside, version: v }) => (tooLate ? aside === 1 : v === draft.version));
  if (!tooLate && text === draft.text) return { version: draft.version };
  const next = Math.max(...all.map(({ version: v }) => v)) + 1;
  const sitting = auto === true ? at : 0;
  // The same person goes on writing: one version, under a new number, so that nobody else's base fits it.
  const goesOn =
    latest !== undefined &&
    latest.author === by &&
    latest.sitting > 0 &&
    at - latest.sitting < ONE_SITTING &&
    (!tooLate || latest.base === base);
  if (goesOn)
    await mine(tx)
      .updateTable("draft_version")
      .set({ version: next, text, at, sitting: auto === true ? latest.sitting : 0 })
      .where("draft", "=", id)
      .where("version", "=", latest.version)
      .execute();
  else
    await mine(tx)
      .insertInto("draft_version")
      .values({
        draft: id,
        version: next,
        base,
        text,
        author: by,
        at,
        sitting,
        aside: tooLate ? 1 : 0,
      })
      .execute();
  if (tooLate) return { conflict: draft, kept: next };
  await mine(tx).updateTable("draft").set({ version: next }).where("id", "=", id).execute();
  return { version: next };
}

async function get(tx: Db, id: string): Promise<Draft | undefined> {
  const [found] = await withText(tx, id);
  return found;
}

/** @returns the id of the draft of this file */
async function find(
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
async function list(tx: Db): Promise<Draft[]> {
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
function versions(tx: Db, id: string): Promise<DraftVersion[]> {
  return mine(tx)
    .selectFrom("draft_version")
    .selectAll()
    .where("draft", "=", id)
    .orderBy("version", "desc")
    .execute();
}

function version(tx: Db, { id, version: n }: { id: string; version: number }) {
  return mine(tx)
    .selectFrom("draft_version")
    .selectAll()
    .where("draft", "=", id)
    .where("version", "=", n)
    .executeTakeFirst();
}

/** Another address for a story that was never published, nor sent in: its sender takes it back by that. @returns whether it was done */
async function rename(tx: Db, { id, slug }: { id: string; slug: string }): Promise<boolean> {
  const { kind, lang, said, source } = await known(tx, id);
  if (said !== null || source !== null || (await find(tx, { kind, slug, lang }))) return false;
  await mine(tx).updateTable("draft").set({ slug }).where("id", "=", id).execute();
  return true;
}

/** The log says this version now, as this file. */
async function published(
  tx: Db,
  { id, version: n, said }: { id: string; version: number; said: string },
) {
  await mine(tx).updateTable("draft").set({ said, said_version: n }).where("id", "=", id).execute();
}

/** A file that the text may name from now on; one of the same name gives way. */
async function addFile(tx: Db, { id, ...file }: DraftFile & { id: string }): Promise<void> {
  await known(tx, id);
  await mine(tx)
    .deleteFrom("draft_file")
    .where("draft", "=", id)
    .where("name", "=", file.name)
    .execute();
  await mine(tx)
    .insertInto("draft_file")
    .values({ ...file, draft: id })
    .execute();
}

function files(tx: Db, id: string): Promise<DraftFile[]> {
  return mine(tx)
    .selectFrom("draft_file")
    .select(["name", "media", "bytes", "width", "height"])
    .where("draft", "=", id)
    .orderBy("name")
    .execute();
}

/** Every draft of a story with all it held: its versions, its translations, the names of its files. */
async function forget(tx: Db, { slug, id }: { slug?: string; id?: string }): Promise<number> {
  const gone = await mine(tx)
    .selectFrom("draft")
    .select("id")
    .where(id === undefined ? "slug" : "id", "=", id ?? slug ?? "")
    .execute();
  for (const { id: one } of gone) {
    await mine(tx).deleteFrom("draft_version").where("draft", "=", one).execute();
    await mine(tx).deleteFrom("draft_file").where("draft", "=", one).execute();
    await mine(tx).deleteFrom("draft").where("id", "=", one).execute();
  }
  return gone.length;
}

/** The media that drafts name: no record does yet, and no sweep may take them. */
export async function draftMedia(db: Db): Promise<string[]> {
  const rows = await mine(db).selectFrom("draft_file").select("media").distinct().execute();
  return rows.map((row) => row.media);
}

async function known(tx: Db, id: string): Promise<Draft> {
  const found = await get(tx, id);
  if (!found) throw new Error(`Expected the id of a draft, got ${id}.`);
  return found;
}

function bounded(text: string): void {
  if (text.length > MAX_TEXT)
    throw new Error(`Expected a text of at most ${MAX_TEXT} characters, got ${text.length}.`);
}

const mine = (db: Db) => db.withTables<Tables>();
