/** Measurements of connections as they came: private, because one alone may say who made it. */
import type { Db } from "../../platform/db/store.ts";
import { asking, type PrivatePart } from "../../platform/private/part.ts";

/** A measurement as the private table holds it. */
export interface RawRow {
  readonly id: string;
  readonly cell: string;
  readonly month: string;
  /** Hash of the phone's token with cell and month; null where typed in, and everywhere once the month is closed. */
  readonly token: string | null;
  readonly latency: number | null;
  readonly down: number | null;
  readonly down_says: string | null;
  readonly up: number | null;
  readonly up_says: string | null;
  readonly sent: number;
  readonly lost: number;
  readonly failures: string;
}

type RawTables = { private_measurement: RawRow };

const MAX_OF_PHONE = 40; // measurements of one phone in a cell and month; more say nothing new
const MAX_OF_MONTH = 200_000; // some 60 MB; a stranger can fill no more than this

/** Another one of a closed month or one too many is not kept. */
export type Kept = "kept" | "known" | "full";
export interface Spot {
  readonly cell: string;
  readonly month: string;
}

export const measurementsPart = {
  name: "measurements",
  tables: ["private_measurement"],
  migrations: [
    async (db) => {
      await db.schema
        .createTable("private_measurement")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("cell", "text", (c) => c.notNull())
        .addColumn("month", "text", (c) => c.notNull())
        .addColumn("token", "text")
        .addColumn("latency", "double precision")
        .addColumn("down", "double precision")
        .addColumn("down_says", "text")
        .addColumn("up", "double precision")
        .addColumn("up_says", "text")
        .addColumn("sent", "integer", (c) => c.notNull())
        .addColumn("lost", "integer", (c) => c.notNull())
        .addColumn("failures", "text", (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex("private_measurement_spot")
        .on("private_measurement")
        .columns(["month", "cell", "token"])
        .execute();
    },
  ],
  questions: { rows, unclosed },
  operations: { keep, close },
} satisfies PrivatePart;

export const askMeasurements = asking(measurementsPart);

/** Every measurement of a cell and a month. */
function rows(tx: Db, { cell, month }: Spot): Promise<RawRow[]> {
  return mine(tx)
    .selectFrom("private_measurement")
    .selectAll()
    .where("month", "=", month)
    .where("cell", "=", cell)
    .orderBy("id")
    .execute();
}

/** The cells and months before a month that still hold hashes. */
function unclosed(tx: Db, before: string): Promise<Spot[]> {
  return mine(tx)
    .selectFrom("private_measurement")
    .select(["cell", "month"])
    .distinct()
    .where("month", "<", before)
    .where("token", "is not", null)
    .execute();
}

async function close(tx: Db, before: string): Promise<void> {
  await mine(tx)
    .updateTable("private_measurement")
    .set({ token: null })
    .where("month", "<", before)
    .where("token", "is not", null)
    .execute();
}

async function keep(tx: Db, row: RawRow): Promise<Kept> {
  const table = mine(tx);
  const known = await table
    .selectFrom("private_measurement")
    .select("id")
    .where("id", "=", row.id)
    .executeTakeFirst();
  if (known) return "known";
  const count = table
    .selectFrom("private_measurement")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("month", "=", row.month);
  const all = await count.executeTakeFirstOrThrow();
  const same = await count
    .where("cell", "=", row.cell)
    .where("token", row.token === null ? "is" : "=", row.token)
    .executeTakeFirstOrThrow();
  if (all.n >= MAX_OF_MONTH) return "full";
  if (same.n >= (row.token === null ? MAX_TYPED : MAX_OF_PHONE)) return "full";
  await table
    .insertInto("private_measurement")
    .values(row)
    .onConflict((c) => c.column("id").doNothing())
    .execute();
  return "kept";
}

const MAX_TYPED = 1000; // typed in for one cell and month; they are only counted

const mine = (tx: Db) => tx.withTables<RawTables>();
