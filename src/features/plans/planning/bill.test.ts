/** A plan's bill: what it is made of, and that a script can add it up (README.md). */
import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { annuity, purchases } from "../../../engines/costs/present-value.ts";
import { readCsv, type CsvRow } from "../../../engines/csv/csv.ts";
import { holdsTogether, planFor } from "./plan.test.kit.ts";

type Change = NonNullable<Parameters<typeof planFor>[0]>;
const merge =
  (field: string, more: object): Change =>
  (fields) =>
    void (fields[field] = { ...(fields[field] as object), ...more });
const rate = { of: "EUR", in: "USD", rate: 1.0411, date: "2025-02-28" };
/** By the grid and the sun, in money with odd prices, with own prices, by months, for nobody. */
const PLANS: Readonly<Record<string, Change>> = {
  usual: () => undefined,
  euros: merge("money", { currency: "EUR", rates: [rate], budget: 60_000 }),
  own: merge("money", {
    prices: [
      { item: "transit", price: 3.335, yearly: 35.555 },
      { item: "kit-5ghz", price: 99.999, yearly: 0.333, life: 3 },
      { item: "solar-panel", price: 1111.11, yearly: 7.77 },
      { item: "grid-line", price: 99_000, yearly: 1 },
    ],
  }),
  months: merge("power", { sun: [2, 3, 4, 5, 5, 6, 6, 5, 4, 3, 2, 1.1], autonomy: 5 }),
  nobody: merge("money", { budget: 0 }),
};

/** Rows of a CSV file by the names in its first line. */
async function read(file: string): Promise<Record<string, string>[]> {
  const lines: CsvRow[] = [];
  for await (const some of readCsv(createReadStream(file))) lines.push(...some);
  const [head, ...rows] = lines;
  return rows.map(({ cells }) =>
    Object.fromEntries(head!.cells.map((name, i) => [name, cells[i]!])),
  );
}

test("PM62 the printed bill's rows add up to the plan's totals, to the cent, purchases apart from yearly costs", async () => {
  const fed = new Set<string>();
  for (const [name, change] of Object.entries(PLANS)) {
    const { plan, out } = await planFor(change);
    holdsTogether(plan);
    const rows = await read(join(out, "valleys-materials.csv"));
    assert.equal(rows.length, plan.materials.length);
    const sum = (part: string, column: string) =>
      rows
        .filter((row) => row["part"] === part)
        .reduce((cents, row) => cents + Math.round(Number(row[column]) * 100), 0);
    const { besides, capex, opex } = plan.money;
    for (const [part, cost] of [
      ["network", { capex, opex }],
      ["households", besides!.households],
      ["transit", besides!.transit],
    ] as const) {
      assert.equal(sum(part, "purchase"), Math.round(cost.capex * 100), `${name}: ${part}`);
      assert.equal(sum(part, "yearly"), Math.round(cost.opex * 100), `${name}: ${part}`);
    }
    for (const row of rows)
      assert.ok(
        Math.abs(Number(row["price each"]) * Number(row["count"]) - Number(row["purchase"])) < 0.5,
        JSON.stringify(row),
      );
    for (const { power } of plan.sites) if (power) fed.add(power.from);
    if (name === "nobody") assert.equal(rows.length, 0);
    else assert.ok(rows.length > 8);
  }
  assert.deepEqual([...fed].toSorted(), ["grid", "sun"]);
});

test("PM63 the price a month pays for network, kits and transit; subscribers are told apart from people covered", async () => {
  const { plan } = await planFor();
  const { money, materials, sites } = plan;
  const at = { years: 10, discount: 0.08 };
  const people = 1000; // Westend and Eastham
  const subscribers = (people / 2.5) * 0.4;
  assert.deepEqual([money.households, money.subscribers], [people / 2.5, subscribers]);
  const kits = 120 * purchases(7, at) + 12 * annuity(at); // one of each, bought again after 7 years
  const busy = subscribers * 0.5; // Mbit/s
  const wanted = {
    households: {
      capex: 120 * subscribers,
      opex: 12 * subscribers,
      presentValue: kits * subscribers,
    },
    transit: { capex: 0, opex: 6.09 * busy, presentValue: 6.09 * busy * annuity(at) },
  };
  let all = money.presentValue;
  for (const part of ["households", "transit"] as const)
    for (const which of ["capex", "opex", "presentValue"] as const) {
      assert.ok(Math.abs(money.besides![part][which] - wanted[part][which]) < 0.006, part + which);
      if (which === "presentValue") all += wanted[part][which];
    }
  const price = all / (subscribers * 12 * annuity(at));
  assert.ok(Math.abs(money.priceMonth! - price) <= 0.0051, `${money.priceMonth} ${price}`);
  assert.equal(plan.measures?.affordable?.price?.value, money.priceMonth);
  assert.ok(money.presentValue <= money.budget, "the budget is the network's");
  const count = (part: string) =>
    materials.filter((row) => row.part === part).map((row) => row.count);
  assert.deepEqual([count("households"), count("transit")], [[subscribers], [busy]]);
  assert.ok(sites.every(({ power }) => power === undefined || power.watts > 0));
  // A gateway that serves by itself buys transit for whom it serves.
  const alone = (await planFor(merge("money", { budget: 12_000 }))).plan;
  assert.deepEqual(
    alone.sites.map(({ kind, load }) => [kind, load]),
    [["gateway", 32]],
  );
  const bought = alone.materials.filter((row) => row.part === "transit");
  assert.deepEqual(
    bought.map((row) => row.count),
    [32],
  );
});

test("PM64 what a site draws is what stands on it, and a relay's panels are smaller than a hub's", async () => {
  const { plan } = await planFor(merge("power", { sun: 5 }));
  for (const site of plan.sites) {
    const ends = plan.hops.filter(({ from, to }) => from === site.id || to === site.id).length;
    const own = site.kind === "gateway" && !site.serves ? 0 : 15 + 10 * (site.sectors?.length ?? 0);
    assert.equal(site.power?.watts ?? 0, own + 10 * ends, site.name);
    const { from, watts = 0, panels, battery } = site.power ?? {};
    assert.equal(panels !== undefined && battery !== undefined, from === "sun", site.name);
    if (from !== "sun") continue;
    const needed = (watts * 24) / (5 * 0.7) / 1000; // kWp; each part of it is rounded up to a watt
    assert.ok(panels! >= needed - 1e-9 && panels! - needed <= 0.001 * (1 + ends), site.name);
  }
  assert.ok(plan.sites.some(({ power }) => power?.from === "sun"));
});
