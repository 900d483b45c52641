/** The tables of pledges: what each says, whose it is, and what counts towards the goal. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldPledge, type Pledge } from "./fold.ts";
import { goalTotal, type GoalTotal } from "./goal.ts";
import { pledgeKinds } from "./records.ts";

export type PledgeTables = {
  /** `goal`: 1 when it counts towards the campaign's goal, historical ones included. */
  pledge: { subject: string; unit: string; goal: number; state: string };
  /** Pledger and co-pledgers. */
  pledge_partner: { subject: string; partner: string };
  /** A view: per unit, what the pledges that count have reached. */
  goal_total: { unit: string; state: string };
};

const ROWS = 10_000; // of two parameters each, below the databases' limit of one statement

export const pledgeProjection: Projection = {
  name: "pledges",
  version: 1,
  kinds: Object.keys(pledgeKinds),
  tables: ["pledge", "pledge_partner", "goal_total"],

  async create(db) {
    await db.schema
      .createTable("pledge")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("unit", "text", (c) => c.notNull())
      .addColumn("goal", "integer", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("pledge_goal").on("pledge").columns(["goal", "unit"]).execute();
    await db.schema
      .createTable("pledge_partner")
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("partner", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("pledge_partner_pk", ["partner", "subject"])
      .execute();
    await db.schema
      .createIndex("pledge_partner_subject")
      .on("pledge_partner")
      .column("subject")
      .execute();
    await db.schema
      .createTable("goal_total")
      .addColumn("unit", "text", (c) => c.primaryKey())
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<PledgeTables>();
    const names = [...subjects.keys()];
    const before = await mine
      .selectFrom("pledge")
      .select("unit")
      .where("subject", "in", names)
      .where("goal", "=", 1)
      .execute();
    await mine.deleteFrom("pledge").where("subject", "in", names).execute();
    await mine.deleteFrom("pledge_partner").where("subject", "in", names).execute();
    const standing = [...subjects].flatMap(([subject, records]) => {
      const pledge = foldPledge(records);
      return pledge ? [{ subject, pledge }] : [];
    });
    const rows = standing.map(({ subject, pledge }) => ({
      subject,
      unit: pledge.unit,
      goal: pledge.goal ? 1 : 0,
      state: JSON.stringify(pledge),
    }));
    if (rows.length > 0) await mine.insertInto("pledge").values(rows).execute();
    const links = standing.flatMap(({ subject, pledge }) =>
      [...new Set([pledge.pledger, ...pledge.with])].map((partner) => ({ subject, partner })),
    );
    for (let i = 0; i < links.length; i += ROWS)
      await mine
        .insertInto("pledge_partner")
        .values(links.slice(i, i + ROWS))
        .execute();
    const units = [...before, ...rows.filter((r) => r.goal === 1)].map((r) => r.unit);
    return [...new Set(units)];
  },

  async view(tx, units) {
    const mine = tx.withTables<PledgeTables>();
    const rows = await mine
      .selectFrom("pledge")
      .select(["unit", "state"])
      .where("goal", "=", 1)
      .where("unit", "in", [...units])
      .orderBy("subject") // sums of fractions depend on their order
      .execute();
    const totals: GoalTotal[] = units.map((unit) => {
      const pledges = rows.filter((r) => r.unit === unit).map((r) => JSON.parse(r.state) as Pledge);
      return goalTotal(unit, pledges);
    });
    await mine
      .deleteFrom("goal_total")
      .where("unit", "in", [...units])
      .execute();
    const kept = totals.filter((t) => t.pledges > 0);
    if (kept.length > 0)
      await mine
        .insertInto("goal_total")
        .values(kept.map((total) => ({ unit: total.unit, state: JSON.stringify(total) })))
        .execute();
  },
};
