/** What the pledges that count have reached on a day. Rule P15; people counted once by P26, P27 and P29. */
import type { Db } from "../../platform/db/store.ts";
import { allAbove } from "../../platform/folder/naming.ts";
import { countedOnce, NUMBERS, type GoalTotal, type PledgeShare, type Range } from "./goal.ts";
import type { PledgeTables } from "./tables.ts";
import { towardsOf } from "./towards.ts";

export interface Totals {
  readonly totals: readonly GoalTotal[];
  /** Pledges that are silent on the day, by subject: they are left out. */
  readonly silent: readonly string[];
  /** The first day on which another pledge falls silent. */
  readonly until?: string;
}

export async function goalTotals(db: Db, today: string): Promise<Totals> {
  const mine = db.withTables<PledgeTables>();
  const counts = await mine
    .selectFrom("pledge")
    .select((eb) => ["unit", eb.fn.countAll<number>().as("n"), eb.fn.min("silent").as("next")])
    .where("goal", "=", 1)
    .where("silent", ">", today)
    .groupBy("unit")
    .orderBy("unit")
    .execute();
  const sums = await mine
    .selectFrom("share")
    .select((eb) => [
      "unit",
      "number",
      eb.fn.sum<number>("value").as("value"),
      eb.fn.max("until").as("latest"),
    ])
    .where("silent", ">", today)
    .where("places", "=", "")
    .where("joint", "is", null)
    .where("tied", "=", 0)
    .groupBy(["unit", "number"])
    .execute();
  const joined = await mine
    .selectFrom("share")
    .selectAll()
    .where("silent", ">", today)
    .where((eb) => eb.or([eb("places", "<>", ""), eb("joint", "is not", null), eb("tied", "=", 1)]))
    .execute();
  const naming = await towardsOf(db);
  const silent = await mine
    .selectFrom("pledge")
    .select("subject")
    .where("goal", "=", 1)
    .where("silent", "<=", today)
    .orderBy("subject")
    .execute();
  const range = (unit: string, number: string): Range => {
    const isOf = (r: { unit: string; number: string }) => r.unit === unit && r.number === number;
    const apart = sums.find(isOf)?.value ?? 0;
    const { low, high, ...reasons } = countedOnce(
      joined.filter(isOf).map((row) => shareOf(row, allAbove(naming, row.subject))),
    );
    return { low: apart + low, high: apart + high, ...reasons };
  };
  const totals = counts.map(({ unit, n }) => {
    const ranges = NUMBERS.map((number) => [number, range(unit, number)] as const);
    const years = [...sums.map((s) => ({ ...s, until: s.latest })), ...joined]
      .filter((r) => r.unit === unit)
      .map((r) => r.until);
    const latest = years.length === 0 ? {} : { latest: Math.max(...years) };
    return { unit, pledges: n, ...latest, ...Object.fromEntries(ranges) } as GoalTotal;
  });
  const until = counts.map((c) => c.next).toSorted()[0];
  return {
    totals,
    silent: silent.map((r) => r.subject),
    ...(until !== undefined && { until }),
  };
}

const shareOf = (
  { subject, value, joint, places, since, until }: PledgeTables["share"],
  above: readonly string[],
): PledgeShare => ({
  of: [subject],
  above,
  value,
  ...(joint !== null && { joint }),
  places: places === "" ? [] : (JSON.parse(places) as string[]),
  from: since,
  to: until,
});
