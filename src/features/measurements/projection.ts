/** The table of aggregates. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldAggregate } from "./fold.ts";
import { measurementKinds } from "./records.ts";

export type MeasurementTables = {
  aggregate: { subject: string; cell: string; month: string; n: number; state: string };
};

export const measurementProjection: Projection = {
  name: "measurements",
  version: 2,
  kinds: Object.keys(measurementKinds),
  tables: ["aggregate"],

  async create(db) {
    await db.schema
      .createTable("aggregate")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("cell", "text", (c) => c.notNull())
      .addColumn("month", "text", (c) => c.notNull())
      .addColumn("n", "bigint", (c) => c.notNull()) // as large as a record may say
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<MeasurementTables>();
    await mine
      .deleteFrom("aggregate")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const said = foldAggregate(records);
      if (!said) return [];
      const { cell, month, n } = said;
      return [{ subject, cell, month, n, state: JSON.stringify(said) }];
    });
    if (rows.length > 0) await mine.insertInto("aggregate").values(rows).execute();
    return [];
  },
};
