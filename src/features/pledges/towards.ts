/** Which pledge is part of which. Rule P29: one in a circle counts as if it named nobody. */
import type { Db } from "../../platform/db/store.ts";
import { withoutCircles } from "../../platform/folder/naming.ts";
import type { PledgeTables } from "./pledge-tables.ts";

/** Each pledge that counts towards another, and which: subjects, both standing, without circles. */
export async function towardsOf(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge as part")
    .innerJoin("pledge as whole", "whole.subject", "part.towards")
    .select(["part.subject as subject", "part.towards as towards"])
    .where("part.towards", "<>", "")
    .where("whole.kind", "=", "pledge")
    .orderBy("part.subject")
    .execute();
  return withoutCircles(new Map(rows.map((r) => [r.subject, r.towards])));
}
