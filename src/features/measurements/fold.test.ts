import assert from "node:assert/strict";
import test from "node:test";
import { foldAggregate } from "./projection.ts";
import { MEASUREMENT_AGGREGATED, type Aggregate } from "./records.ts";

const body: Aggregate = {
  cell: "84bc0a3ffffffff",
  month: "2026-11",
  n: 5,
  latency: { n: 5, q1: 40, median: 50, q3: 60 },
  down: { n: 5, q1: 400, median: 500, q3: 600, atLeast: 1 },
  requests: { sent: 55, lost: 1 },
  failures: { "latency timeout": 1 },
  typed: 0,
};
const fold = (said: unknown) =>
  foldAggregate([
    {
      id: "a".repeat(64),
      kind: MEASUREMENT_AGGREGATED,
      subject: "a".repeat(64),
      at: "000000000001-0000",
      author: "a",
      body: said as never,
    },
  ]);

test("MA4 what fits is read as it was said", () => {
  assert.deepEqual(fold(body), body);
});

test("MA4 a body that does not fit changes nothing", () => {
  const odd = [
    {},
    { ...body, n: 4 },
    { ...body, cell: "here" },
    { ...body, cell: "87bc0a245ffffff" },
    { ...body, cell: "8428309ffffffff0" },
    { ...body, month: "2026-13" },
    { ...body, down: { ...body.down, n: 4 } },
    { ...body, latency: { ...body.latency, median: -1 } },
    { ...body, phone: "x" },
  ];
  for (const one of odd) assert.equal(fold(one), undefined, JSON.stringify(one));
});
