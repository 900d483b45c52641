/** A small campaign of notes, what its tables hold, and a copy of them: what each test of the log begins with. */
import { sql } from "kysely";
import * as v from "valibot";
import { addressKinds, addresses } from "../src/platform/addresses/addresses.ts";
import { logKinds } from "../src/platform/log/kinds.ts";
import { LOG_TABLES } from "../src/platform/log/tables.ts";
import { openLog, type Log } from "../src/platform/log/log.ts";
import type { Projection } from "../src/platform/log/projection.ts";
import { verifyLog, type Verification } from "../src/platform/log/verify/verify.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { publicKeyOf, newKey, type Key } from "../src/platform/records/keys.ts";
import { signRecord, type Draft } from "../src/platform/records/record.ts";
import type { TestDatabase } from "./databases.ts";

export const NOW = Date.UTC(2026, 10, 24);
const OPENED = "campaign.opened/1";
export const NOTE = "note.made/1";
const note = v.strictObject({ text: v.string() });
export const kinds = {
  ...logKinds,
  ...addressKinds,
  [OPENED]: { opens: true, body: v.strictObject({}) },
  [NOTE]: { opens: true, body: note },
  "note.added/1": { opens: false, body: note },
  "picture.added/1": {
    opens: false,
    body: v.strictObject({ text: v.string(), picture: v.strictObject({ media: v.string() }) }),
  },
};

/** One row a subject: its texts in reading order; and a view that counts subjects by first letter. */
const notes: Projection = {
  name: "notes",
  version: 1,
  kinds: [NOTE, "note.added/1"],
  tables: ["note", "letter"],
  async create(db) {
    await db.schema
      .createTable("note")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("texts", "text")
      .execute();
    await db.schema.createIndex("note_texts").on("note").column("texts").execute();
    await db.schema
      .createTable("letter")
      .addColumn("letter", "text", (c) => c.primaryKey())
      .addColumn("n", "integer")
      .execute();
  },
  async write(tx, subjects) {
    const mine = tx.withTables<{ note: { subject: string; texts: string } }>();
    const names = [...subjects.keys()];
    const old = await mine
      .selectFrom("note")
      .select("texts")
      .where("subject", "in", names)
      .execute();
    await mine.deleteFrom("note").where("subject", "in", names).execute();
    const present = [...subjects].map(
      ([subject, records]) => [subject, records.filter((r) => r.body !== null)] as const, // erased
    );
    const made = present
      .filter(([, records]) => records.length > 0)
      .map(([subject, records]) => ({
        subject,
        texts: records.map((r) => (r.body as { text: string }).text).join("+"),
      }));
    if (made.length > 0) await mine.insertInto("note").values(made).execute();
    return [...old, ...made].map((r) => r.texts.slice(0, 1));
  },
  async view(tx, keys) {
    const mine = tx.withTables<{
      note: { texts: string };
      letter: { letter: string; n: number };
    }>();
    for (const letter of new Set(keys)) {
      await mine.deleteFrom("letter").where("letter", "=", letter).execute();
      const { n } = await mine
        .selectFrom("note")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("texts", "like", `${letter}%`)
        .executeTakeFirstOrThrow();
      if (n > 0) await mine.insertInto("letter").values({ letter, n }).execute();
    }
  },
};

export class Campaign {
  readonly owner = newKey();
  readonly logKey = newKey();
  readonly clock = new Clock(() => NOW);
  readonly root = this.say({ kind: OPENED, body: {} });
  now = NOW;

  say(draft: Omit<Draft, "at"> & { at?: string }, key: Key = this.owner) {
    return signRecord({ at: this.clock.tick(), ...draft }, key);
  }
  note(text: string, key?: Key, extra: Partial<Draft> = {}) {
    return this.say({ kind: NOTE, body: { text }, ...extra }, key);
  }
  verify({ db }: TestDatabase): Promise<Verification> {
    return db.transaction().execute((snapshot) =>
      verifyLog({
        db: snapshot,
        registry: { kinds, projections: [addresses, notes], rootKind: OPENED },
        logKey: publicKeyOf(this.logKey.name),
        mediaHolds: async () => true,
        readMedia: async () => undefined,
      }),
    );
  }
  log({ db, store }: TestDatabase, known: typeof kinds = kinds): Promise<Log> {
    return openLog({
      db,
      store,
      registry: { kinds: known, projections: [addresses, notes], rootKind: OPENED },
      signer: { origin: "example.org/log", privateKey: this.logKey.privateKey },
      now: () => this.now,
    });
  }
}

export async function rows({ db }: TestDatabase): Promise<string> {
  const found = await sql<{ texts: string }>`select texts from note order by texts`.execute(db);
  const letters = await sql<{
    letter: string;
    n: number;
  }>`select * from letter order by letter`.execute(db);
  return [...found.rows.map((r) => r.texts), ...letters.rows.map((r) => `${r.letter}=${r.n}`)].join(
    " ",
  );
}

const ALL = [...LOG_TABLES, "note", "letter", "address"];
export async function dumped({ db }: TestDatabase): Promise<string> {
  const all = ALL.map(
    async (table) => (await sql`select * from ${sql.table(table)}`.execute(db)).rows,
  );
  return JSON.stringify(await Promise.all(all));
}

/** The rows as they are now; calling it puts them in the place of those of then. */
export async function copied({ db }: TestDatabase): Promise<() => Promise<void>> {
  const name = `copy_${(copies += 1)}`;
  for (const table of ALL)
    await sql`create table ${sql.table(`${name}_${table}`)} as select * from ${sql.table(table)}`.execute(
      db,
    );
  return async () => {
    for (const table of ALL) {
      await sql`delete from ${sql.table(table)}`.execute(db);
      await sql`insert into ${sql.table(table)} select * from ${sql.table(`${name}_${table}`)}`.execute(
        db,
      );
    }
  };
}
let copies = 0;
