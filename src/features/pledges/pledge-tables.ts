/** Makes the tables of pledges. */
import type { Db } from "../../platform/db/store.ts";

export const PLEDGE_TABLES = ["pledge", "pledge_partner", "attestation", "attester", "share"];

export async function createPledgeTables(db: Db): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("pledge")
    .addColumn("subject", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("pledger", "text", (c) => c.notNull())
    .addColumn("began", "text", (c) => c.notNull())
    .addColumn("unit", "text", (c) => c.notNull())
    .addColumn("goal", "integer", (c) => c.notNull())
    .addColumn("silent", "text", (c) => c.notNull())
    .addColumn("towards", "text", (c) => c.notNull())
    .addColumn("brief", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .execute();
  // Everything that orders and counts pledges, so that their long states stay unread.
  await schema
    .createIndex("pledge_order")
    .on("pledge")
    .columns(["kind", "pledger", "began", "subject"])
    .execute();
  await schema
    .createIndex("pledge_goal")
    .on("pledge")
    .columns(["goal", "unit", "silent"])
    .execute();
  await schema.createIndex("pledge_towards").on("pledge").columns(["towards", "subject"]).execute();
  await schema
    .createTable("pledge_partner")
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("partner", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("pledge_partner_pk", ["partner", "subject"])
    .execute();
  await schema
    .createIndex("pledge_partner_subject")
    .on("pledge_partner")
    .column("subject")
    .execute();
  await schema
    .createTable("attestation")
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("key", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("attestation_pk", ["key", "subject"])
    .execute();
  await schema.createIndex("attestation_subject").on("attestation").column("subject").execute();
  await schema
    .createTable("attester")
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("partner", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("attester_pk", ["partner", "key"])
    .execute();
  await schema
    .createTable("share")
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("number", "text", (c) => c.notNull())
    .addColumn("unit", "text", (c) => c.notNull())
    .addColumn("silent", "text", (c) => c.notNull())
    .addColumn("value", "double precision", (c) => c.notNull())
    .addColumn("joint", "text")
    .addColumn("places", "text", (c) => c.notNull())
    .addColumn("since", "integer", (c) => c.notNull())
    .addColumn("until", "integer", (c) => c.notNull())
    .addColumn("tied", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("share_pk", ["subject", "number"])
    .execute();
  await schema
    .createIndex("share_sum")
    .on("share")
    .columns(["unit", "number", "silent", "value"])
    .execute();
}
