import assert from "node:assert/strict";
import test from "node:test";
import { aggregateOf } from "./aggregate.ts";

type Row = Parameters<typeof aggregateOf>[2][number];
const row = (token: string | null, more: Partial<Row> = {}): Row => ({
  token,
  latency: 50,
  down: 500,
  down_says: "about",
  up: null,
  up_says: null,
  sent: 11,
  lost: 0,
  failures: "[]",
  ...more,
});
const of = (...rows: readonly Row[]) => aggregateOf("84bc0a3ffffffff", "2026-11", rows);
const five = ["a", "b", "c", "d", "e"];

test("MA1 four phones say nothing together, however often; five do; typed in opens nothing", () => {
  const four = five.slice(1).map((token) => row(token));
  assert.equal(of(...four, ...four, row("b"), row(null), row(null)), undefined);
  const aggregate = of(...four, row("a"), row(null, { down: 9_000_000 }));
  assert.equal(aggregate?.n, 5);
  assert.equal(aggregate.typed, 1);
  assert.equal(aggregate.down?.q3, 500);
});

test("MA3 each phone counts once, with the middle of what it measured", () => {
  const often = Array.from({ length: 30 }, () => row("a", { down: 100_000 }));
  assert.equal(of(...often, ...five.map((token) => row(token)))?.down?.median, 500);
});

test("MA3 a figure that fewer than five could measure is left out; failures stay with their reasons", () => {
  const failed = row("e", {
    down: null,
    lost: 1,
    failures: JSON.stringify([{ test: "down", reason: "timeout" }]),
  });
  const aggregate = of(...five.slice(0, 4).map((token) => row(token)), failed);
  assert.equal(aggregate?.down, undefined);
  assert.equal(aggregate?.latency?.n, 5);
  assert.deepEqual(aggregate?.failures, { "down timeout": 1 });
  assert.deepEqual(aggregate?.requests, { sent: 55, lost: 1 });
});

test("MA3 how many could only say a lower bound is said", () => {
  const rows = five.map((token, i) => row(token, { down_says: i < 2 ? "at-least" : "about" }));
  assert.equal(of(...rows)?.down?.atLeast, 2);
});
