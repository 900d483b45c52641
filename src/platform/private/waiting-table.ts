/** Where what is to be said on a day to come lies (waiting.ts): one row for each draft of which something waits. */
import type { Db } from "../db/store.ts";
import type { DraftKind, DraftRow, FileRow } from "./draft-tables.ts";

interface WaitingRow {
  readonly draft: string;
  /** Another one whenever something else waits in its place. */
  readonly token: string;
  /** UTC; it is said when this day begins. */
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
type Tables = { waiting: WaitingRow; draft: DraftRow };

export interface Waiting extends Omit<WaitingRow, "files"> {
  readonly kind: DraftKind;
  readonly slug: string;
  /** Of a translation; empty for a story. */
  readonly lang: string;
  readonly files: readonly Omit<FileRow, "draft">[];
}

export const waitingRows = (db: Db) => db.withTables<Tables>();

export const waitingMigrations: readonly ((db: Db) => Promise<void>)[] = [
  async (db) => {
    await db.schema
      .createTable("waiting")
      .addColumn("draft", "text", (c) => c.primaryKey())
      .addColumn("token", "text", (c) => c.notNull())
      .addColumn("day", "text", (c) => c.notNull())
      .addColumn("text", "text", (c) => c.notNull())
      .addColumn("files", "text", (c) => c.notNull())
      .addColumn("signed", "text")
      .addColumn("trouble", "text")
      .execute();
  },
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
