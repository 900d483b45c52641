/** The private table of measurements as they came, and what may be asked of it. Rules R3 to R5, A6. */
import type { Tx } from "../../platform/db/store.ts";
import type { PrivatePart } from "../../platform/private/private.ts";
import type { Json } from "../../platform/records/jcs.ts";
import { aggregateOf, type RawRow } from "./aggregate.ts";

type RawTables = { private_measurement: RawRow };

const MAX_OF_PHONE = 40; // measurements of one phone in a cell and month; more say nothing new
const MAX_OF_MONTH = 200_000; // some 60 MB; a stranger can fill no more than this

/** Another one of a closed month or one too many is not kept. */
export type Kept = "kept" | "known" | "full";
interface Spot {
  readonly cell: string;
  readonly month: string;
}

export const KEEP = "measurements.keep";
export const AGGREGATE = "measurements.aggregate";
export const UNCLOSED = "measurements.unclosed";
export const CLOSE = "measurements.close";

export const privateMeasurements: PrivatePart = {
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
  operations: {
    [KEEP]: (tx, input) => keep(tx, input as unknown as RawRow),
    [AGGREGATE]: async (tx, input) => {
      const { cell, month } = input as unknown as Spot;
      const rows = await mine(tx)
        .selectFrom("private_measurement")
        .selectAll()
        .where("month", "=", month)
        .where("cell", "=", cell)
        .orderBy("id")
        .execute();
      return (aggregateOf(cell, month, rows) ?? null) as Json;
    },
    /** The cells and months before a month that still hold hashes. */
    [UNCLOSED]: async (tx, before) =>
      mine(tx)
        .selectFrom("private_measurement")
        .select(["cell", "month"])
        .distinct()
        .where("month", "<", before as string)
        .where("token", "is not", null)
        .execute(),
    [CLOSE]: async (tx, before) => {
      await mine(tx)
        .updateTable("private_measurement")
        .set({ token: null })
        .where("month", "<", before as string)
        .where("token", "is not", null)
        .execute();
      return null;
    },
  },
};

async function keep(tx: Tx, row: RawRow): Promise<Kept> {
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
  await table.insertInto("private_measurement").values(row).execute();
  return "kept";
}

const MAX_TYPED = 1000; // typed in for one cell and month; they are only counted

const mine = (tx: Tx) => tx.withTables<RawTables>();
