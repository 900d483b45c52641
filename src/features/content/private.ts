/**
 * What is private of the things that the desk makes: who said what, forms that somebody left to make something else first,
 * files that came with them, and where the address of a thing leads that became one with another.
 */
import { randomBytes } from "node:crypto";
import { A_DAY } from "../../engines/calendar/day.ts";
import type { Db } from "../../platform/db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../../platform/db/table.ts";
import type { Model } from "../../platform/feature.ts";
import { asking, creating, type PrivatePart } from "../../platform/private/part.ts";

const KEPT_DAYS = 30; // for which a form that was left waits
const LEFT = {
  what: "forms",
  ends: [{ days: KEPT_DAYS, after: "came", ms: "at", by: "content.sweep" }],
} as const;
const MOST_KEPT = 100; // forms of one person; the oldest go first
const MOST_LEFT = 20_000_000; // characters of all forms of one person; one as it is taken is less, with the marks of JSON too

/** Who said it at the desk. */
interface ChangeRow {
  /** The id of the record. */
  readonly record: string;
  readonly subject: string;
  readonly author: string;
}
export interface KeptForm {
  readonly id: string;
  /** The id of an account. */
  readonly owner: string;
  readonly space: string;
  /** Empty for one that is being made. */
  readonly slug: string;
  /** JSON of the fields. */
  readonly typed: string;
  /** UTC milliseconds. */
  readonly at: number;
}
export interface FileRow {
  /** `media/x.avif`, as a file of the campaign folder names it. */
  readonly name: string;
  readonly media: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly at: number;
}
/** Which thing a file came for, or shows it: what is erased takes it along. */
interface ShownRow {
  readonly name: string;
  readonly subject: string;
}
interface LedRow {
  readonly space: string;
  readonly slug: string;
  /** To which its address leads. */
  readonly subject: string;
}
type Tables = {
  content_change: ChangeRow;
  content_form: KeptForm;
  content_file: FileRow;
  content_led: LedRow;
  content_shown: ShownRow;
};
const mine = (db: Db) => db.withTables<Tables>();

const contentPart = {
  name: "content",
  tables: {
    content_change: {
      returns: "Who said a record; no operation deletes it.",
      keeps: { what: "history", until: "campaign" },
    },
    content_form: { key: ["id"], keeps: LEFT },
    content_file: { key: ["name", "media"], keeps: LEFT },
    content_led: {
      returns: "Where an address leads; no operation deletes it.",
      keeps: { what: "work", until: "campaign" },
    },
    content_shown: { key: ["subject", "name"], keeps: { what: "library", until: "desk" } },
  },
  migrations: [
    async (db) => {
      await creating({
        content_change: table(columns(text, "record", "subject", "author"), {
          indexes: { content_change_subject: ["subject"] },
        }),
        content_form: table({
          ...columns(text, "id", "owner", "space", "slug", "typed"),
          at: bigint,
        }),
        content_file: table({
          ...columns(text, "name", "media"),
          bytes: integer,
          ...columns(orNull(integer), "width", "height"),
          at: bigint,
        }),
      })(db);
      await db.schema
        .createTable("content_led")
        .addColumn("space", "text", (c) => c.notNull())
        .addColumn("slug", "text", (c) => c.notNull())
        .addColumn("subject", "text", (c) => c.notNull())
        .addPrimaryKeyConstraint("content_led_key", ["space", "slug"])
        .execute();
    },
    creating({
      content_shown: table(columns(text, "name", "subject"), {
        key: ["subject", "name"],
        indexes: { content_shown_name: ["name"] },
      }),
    }),
  ],
  questions: { authors, left, files },
  operations: { changed, keep, drop, addFile, shown, lead, erased, sweep },
  media: async (db) =>
    (await mine(db).selectFrom("content_file").select("media").execute()).map(({ media }) => media),
  lettingGo: ["erased", "sweep"],
} satisfies PrivatePart;

export const askContent = asking(contentPart);

/** What the log’s thread loads of content. */
export const contentModel: Model = { kinds: {}, projections: [], private: [contentPart] };

async function changed(tx: Db, rows: readonly ChangeRow[]): Promise<void> {
  if (rows.length === 0) return;
  await mine(tx)
    .insertInto("content_change")
    .values([...rows])
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Who said what about a subject, by the id of the record. */
async function authors(db: Db, subject: string): Promise<[record: string, author: string][]> {
  const rows = await mine(db)
    .selectFrom("content_change")
    .select(["record", "author"])
    .where("subject", "=", subject)
    .execute();
  return rows.map(({ record, author }) => [record, author]);
}

/** @returns its id */
async function keep(tx: Db, form: Omit<KeptForm, "id">): Promise<string> {
  const id = randomBytes(8).toString("hex");
  await mine(tx)
    .insertInto("content_form")
    .values({ id, ...form })
    .execute();
  const others = await mine(tx)
    .selectFrom("content_form")
    .select((eb) => ["id", eb.fn<number>("length", ["typed"]).as("length")])
    .where("owner", "=", form.owner)
    .where("id", "!=", id)
    .orderBy("at", "desc")
    .orderBy("id")
    .execute();
  let length = form.typed.length;
  for (const [n, one] of others.entries()) {
    length += one.length;
    if (n + 1 >= MOST_KEPT || length > MOST_LEFT) await drop(tx, one.id);
  }
  return id;
}

async function left(
  db: Db,
  { id, owner }: Pick<KeptForm, "id" | "owner">,
): Promise<KeptForm | undefined> {
  return mine(db)
    .selectFrom("content_form")
    .selectAll()
    .where("id", "=", id)
    .where("owner", "=", owner)
    .executeTakeFirst();
}

async function drop(tx: Db, id: string): Promise<void> {
  await mine(tx).deleteFrom("content_form").where("id", "=", id).execute();
}

async function addFile(tx: Db, file: FileRow): Promise<void> {
  await mine(tx)
    .insertInto("content_file")
    .values(file)
    .onConflict((c) => c.column("name").doUpdateSet({ media: file.media, at: file.at }))
    .execute();
}

/** Those of these files that came with a form are of this thing, too. */
async function shown(
  tx: Db,
  { subject, names }: { readonly subject: string; readonly names: readonly string[] },
): Promise<void> {
  for (const { name } of await files(tx, [...new Set(names)]))
    await mine(tx)
      .insertInto("content_shown")
      .values({ name, subject })
      .onConflict((c) => c.doNothing())
      .execute();
}

/** Words of a thing were erased: what forms held of it goes. @returns the files that are let go */
async function erased(
  tx: Db,
  things: readonly {
    readonly subject: string;
    readonly addresses: readonly { readonly space: string; readonly slug: string }[];
  }[],
): Promise<string[]> {
  const media: string[] = [];
  for (const { subject, addresses } of things) {
    for (const { space, slug } of addresses)
      await mine(tx)
        .deleteFrom("content_form")
        .where("space", "=", space)
        .where("slug", "=", slug)
        .execute();
    const its = mine(tx).selectFrom("content_shown").select("name").where("subject", "=", subject);
    const gone = await mine(tx)
      .deleteFrom("content_file")
      .where("name", "in", its)
      .returning("media")
      .execute();
    media.push(...gone.map((one) => one.media));
    await mine(tx).deleteFrom("content_shown").where("subject", "=", subject).execute();
  }
  return media;
}

/** Those of these names; all of them, the newest first, where none is asked for. */
async function files(db: Db, names: readonly string[] | null): Promise<FileRow[]> {
  const asked = mine(db).selectFrom("content_file").selectAll();
  if (names?.length === 0) return [];
  const rows = names
    ? asked.where("name", "in", [...names])
    : asked.orderBy("at", "desc").limit(200);
  return rows.execute();
}

async function lead(tx: Db, row: LedRow): Promise<void> {
  await mine(tx)
    .insertInto("content_led")
    .values(row)
    .onConflict((c) => c.columns(["space", "slug"]).doUpdateSet({ subject: row.subject }))
    .execute();
}

/** Where the address of a thing leads that became one with another: one step, to what may be gone itself. */
export async function ledTo(db: Db, space: string, slug: string): Promise<string | undefined> {
  const row = await mine(db)
    .selectFrom("content_led")
    .select("subject")
    .where("space", "=", space)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row?.subject;
}

/** Forms and files that nobody came back to. @returns the files that are let go */
async function sweep(tx: Db, now: number): Promise<string[]> {
  const before = now - KEPT_DAYS * A_DAY;
  await mine(tx).deleteFrom("content_form").where("at", "<", before).execute();
  const gone = await mine(tx)
    .deleteFrom("content_file")
    .where("at", "<", before)
    .returning("media")
    .execute();
  await mine(tx)
    .deleteFrom("content_shown")
    .where("name", "not in", mine(tx).selectFrom("content_file").select("name"))
    .execute();
  return gone.map(({ media }) => media);
}
