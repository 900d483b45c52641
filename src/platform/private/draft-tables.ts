/** What drafts lie in: one row a draft, one a version of it, one a file that its text names. */
import type { Db } from "../db/store.ts";

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

export const migrations: readonly ((db: Db) => Promise<void>)[] = [
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
  async (db) => {
    await db.schema
      .createTable("draft_gone")
      .addColumn("id", "text", (c) => c.primaryKey())
      .addColumn("day", "text", (c) => c.notNull())
      .execute();
  },
];
