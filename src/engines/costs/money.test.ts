import assert from "node:assert/strict";
import test from "node:test";
import { array, assert as holds, double, integer, property, record } from "fast-check";
import { priceThatCovers, shareOfIncome, YARDSTICK } from "./affordability.ts";
import { costOf, gathered, NOTHING, plus } from "./bill.ts";
import { CATALOGUE } from "./catalogue/catalogue.ts";
import { catalogueIn, converted } from "./currency.ts";
import { itemOf, withPrices, type Item } from "./item.ts";
import { annuity, presentValue, purchases } from "./present-value.ts";

const near = (got: number, wanted: number, within = 1e-9) =>
  assert.ok(
    Math.abs(got - wanted) <= within * Math.max(1, Math.abs(wanted)),
    `expected ${wanted}, got ${got}`,
  );
const item = (more: Partial<Item> = {}): Item => ({
  id: "thing",
  name: "A thing",
  unit: "piece",
  price: 100,
  yearly: 0,
  basis: { assumption: "For a test." },
  ...more,
});
const amounts = double({ min: 0, max: 1e6, noNaN: true });
const terms = record({
  years: integer({ min: 1, max: 60 }),
  discount: double({ min: 0, max: 0.5, noNaN: true }),
});

test("CS1 present values and annuities are those of the tables", () => {
  near(annuity({ years: 10, discount: 0.08 }), 6.7100814, 1e-7); // (P/A, 8 %, 10)
  near(annuity({ years: 20, discount: 0.05 }), 12.4622103, 1e-7); // (P/A, 5 %, 20)
  near(presentValue([0, 0, 0, 0, 1000], { years: 5, discount: 0.1 }), 620.921323, 1e-8); // (P/F, 10 %, 5)
  near(annuity({ years: 7, discount: 0 }), 7);
  holds(
    property(terms, amounts, (at, amount) =>
      near(presentValue(Array<number>(at.years).fill(amount), at), amount * annuity(at), 1e-9),
    ),
  );
});

test("CS2 what wears out is bought again at the end of each life, and not when the plan ends", () => {
  const free = { years: 14, discount: 0 };
  assert.equal(purchases(7, free), 2);
  assert.equal(purchases(7, { ...free, years: 15 }), 3);
  assert.equal(purchases(undefined, { ...free, years: 100 }), 1);
  near(purchases(7, { years: 10, discount: 0.08 }), 1 + 1.08 ** -7);
  const cost = costOf([{ item: item({ life: 5, yearly: 10 }), count: 2 }], {
    years: 10,
    discount: 0,
  });
  assert.deepEqual(cost, { capex: 200, opex: 20, presentValue: 2 * (100 + 100) + 20 * 10 });
});

test("CS3 a price, a life or a count that is none is an error that names the item", () => {
  const at = { years: 10, discount: 0.08 };
  for (const wrong of [{ price: Number.NaN }, { price: -1 }, { yearly: Infinity }, { life: 0 }])
    assert.throws(() => costOf([{ item: item({ id: "mast-15", ...wrong }), count: 1 }], at), {
      name: "RangeError",
      message: /^mast-15: a .*expected a number .*, got (NaN|-1|Infinity|0)\.$/,
    });
  assert.throws(() => costOf([{ item: item(), count: -2 }], at), /thing: how many: .*got -2/);
  assert.throws(() => costOf([], { years: 0, discount: 0 }), /Years: .*got 0/);
  assert.throws(() => costOf([], { years: 5, discount: 1.2 }), /Discount: .*got 1.2/);
  assert.throws(() => withPrices(CATALOGUE, [item({ id: "router", price: Number.NaN })]), /router/);
  assert.throws(() => itemOf(CATALOGUE, "moon"), /Expected an item of the catalogue, got moon/);
});

test("CS4 law: what is bought together costs the sum, and less the more later money is discounted", () => {
  const things = record({
    price: amounts,
    yearly: amounts,
    life: integer({ min: 1, max: 20 }),
    count: integer({ min: 0, max: 9 }),
  }).map(({ count, ...of }) => ({ item: item(of), count }));
  holds(
    property(array(things, { maxLength: 8 }), terms, (lines, at) => {
      const whole = costOf(lines, at);
      const sum = lines.map((line) => costOf([line], at)).reduce(plus, NOTHING);
      near(whole.presentValue, sum.presentValue);
      near(whole.capex, sum.capex);
      const patient = costOf(lines, { ...at, discount: 0 });
      assert.ok(whole.presentValue <= patient.presentValue * (1 + 1e-12));
      const rounded = 0.005 * lines.length; // each line's purchase to the cent
      assert.ok(whole.presentValue >= whole.capex * (1 - 1e-12) - rounded);
    }),
  );
  const [a, b] = [item(), item({ id: "other" })];
  assert.deepEqual(
    gathered([
      { item: a, count: 1 },
      { item: b, count: 0 },
      { item: a, count: 2.5 },
    ]),
    [{ item: a, count: 3.5, purchase: 350, yearly: 0 }],
  );
});

test("CS5 money is changed by a rate with its day or its inverse, and by no chain of rates", () => {
  const rates = [{ of: "EUR", in: "USD", rate: 1.25, date: "2025-02-28" }];
  assert.equal(converted(10, "EUR", "USD", rates), 12.5);
  assert.equal(converted(10, "USD", "EUR", rates), 8);
  assert.equal(converted(10, "KES", "KES", []), 10);
  assert.throws(
    () => converted(1, "KES", "USD", rates),
    /rate between KES and USD, got EUR in USD/,
  );
  assert.throws(() => converted(1, "EUR", "USD", [{ ...rates[0]!, rate: 0 }]), /EUR in USD.*got 0/);
  const euros = catalogueIn(CATALOGUE, "USD", "EUR", rates);
  assert.equal(euros.size, CATALOGUE.size);
  for (const [id, { price, yearly }] of CATALOGUE) {
    assert.equal(euros.get(id)!.price, price / 1.25);
    assert.equal(euros.get(id)!.yearly, yearly / 1.25);
  }
});

test("CS6 a month's price is measured by income, and the price that covers a plan covers it", () => {
  assert.equal(shareOfIncome(10, 6000), 2);
  assert.equal(YARDSTICK.percent, 2);
  near(priceThatCovers(12_000, 100, { years: 10, discount: 0 })!, 1);
  assert.throws(() => shareOfIncome(10, 0), /Income a year: .*got 0/);
  assert.throws(() => shareOfIncome(Number.NaN, 1), /month's price.*got NaN/);
  holds(
    property(terms, amounts, integer({ min: 1, max: 5000 }), (at, cost, households) => {
      const price = priceThatCovers(cost, households, at)!;
      near(price * 12 * households * annuity(at), cost, 1e-9);
    }),
  );
  const at = { years: 10, discount: 0.08 };
  assert.equal(priceThatCovers(100, 0, at), undefined);
  assert.throws(() => priceThatCovers(100, -1, at), /Subscribers: .*got -1/);
});

test("CS20 law: to the cent, a bill's lines add up to the same sums however they are grouped", () => {
  const some = integer({ min: 0, max: 3 }).chain((kind) =>
    record({
      count: integer({ min: 0, max: 40_000 }).map((n) => n / 1000),
      place: integer({ min: 0, max: 3 }),
    }).map((of) => ({
      ...of,
      item: item({ id: `thing-${kind}`, price: 1234.567 * (kind + 1), yearly: 0.2401 * kind }),
    })),
  );
  const at = { years: 10, discount: 0.08 };
  const sum = (of: readonly number[]) => of.reduce((a, b) => a + Math.round(b * 100), 0);
  holds(
    property(array(some, { maxLength: 20 }), (lines) => {
      const { capex, opex } = costOf(lines, at);
      const rows = gathered(lines);
      const places = [0, 1, 2, 3].map((one) =>
        costOf(
          lines.filter(({ place }) => place === one),
          at,
        ),
      );
      assert.equal(sum(rows.map(({ purchase }) => purchase)), sum([capex]));
      assert.equal(sum(rows.map(({ yearly }) => yearly)), sum([opex]));
      assert.equal(sum(places.map((one) => one.capex)), sum([capex]));
      assert.equal(sum(places.map((one) => one.opex)), sum([opex]));
    }),
  );
});
