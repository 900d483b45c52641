/** Measurements of connections as they came: private, because one alone may say who made it. */
import { countRows } from "../../platform/db/all-rows.ts";
import type { Db } from "../../platform/db/store.ts";
import { columns, double, integer, orNull, table, text } from "../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../platform/private/part.ts";

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
  tables: {
    private_measurement: {
      returns: "No row is deleted; the hashes of a month that is over go again within the hour.",
      keeps: { what: "measurements", until: "campaign" },
    },
  },
  migrations: [
    creating({
      private_measurement: table(
        {
          ...columns(text, "id", "cell", "month"),
          token: orNull(text),
          ...columns(orNull(double), "latency", "down"),
          down_says: orNull(text),
          up: orNull(double),
          up_says: orNull(text),
          ...columns(integer, "sent", "lost"),
          failures: text,
        },
        { indexes: { private_measurement_spot: ["month", "cell", "token"] } },
      ),
    }),
  ],
  questions: { rows, unclosed },
  operations: { keep, close },
} satisfies PrivatePart;

export const askMeasurements = asking(measurementsPart);
const measured = rowsOf<RawRow>("private_measurement");

/** Every measurement of a cell and a month. */
function rows(tx: Db, { cell, month }: Spot): Promise<RawRow[]> {
  return measured.of(tx, { month, cell }).orderBy("id").execute();
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
  if (await measured.one(tx, { id: row.id })) return "known";
  const all = mine(tx).selectFrom("private_measurement").where("month", "=", row.month);
  if ((await countRows(all)) >= MAX_OF_MONTH) return "full";
  const same = all
    .where("cell", "=", row.cell)
    .where("token", row.token === null ? "is" : "=", row.token);
  if ((await countRows(same)) >= (row.token === null ? MAX_TYPED : MAX_OF_PHONE)) return "full";
  await mine(tx)
    .insertInto("private_measurement")
    .values(row)
    .onConflict((c) => c.column("id").doNothing())
    .execute();
  return "kept";
}

const MAX_TYPED = 1000; // typed in for one cell and month; they are only counted

const mine = (tx: Db) => tx.withTables<RawTables>();
