/** The tables of plans: what each says, and which places it names. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldPlan } from "./fold.ts";
import { planKinds } from "./records.ts";

export type PlanTables = {
  plan: { subject: string; state: string };
  plan_place: { subject: string; place: string };
};

export const planProjection: Projection = {
  name: "plans",
  version: 1,
  kinds: Object.keys(planKinds),
  tables: ["plan", "plan_place"],

  async create(db) {
    await db.schema
      .createTable("plan")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("plan_place")
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("place", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("plan_place_pk", ["subject", "place"])
      .execute();
    await db.schema.createIndex("plan_place_place").on("plan_place").column("place").execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<PlanTables>();
    const names = [...subjects.keys()];
    await mine.deleteFrom("plan").where("subject", "in", names).execute();
    await mine.deleteFrom("plan_place").where("subject", "in", names).execute();
    for (const [subject, records] of subjects) {
      const plan = foldPlan(records);
      if (!plan) continue;
      await mine
        .insertInto("plan")
        .values({ subject, state: JSON.stringify(plan) })
        .execute();
      const named = [...new Set(plan.places.flatMap(({ place }) => place ?? []))];
      if (named.length > 0)
        await mine
          .insertInto("plan_place")
          .values(named.map((place) => ({ subject, place })))
          .execute();
    }
    return [];
  },
};
