import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { claim, evidenceFor, pledgeOf } from "./bodies.test.kit.ts";
import { amountWords, figureWords } from "./amounts.ts";
import { Chart, finding } from "./pages/chart.tsx";
import { chartedOf, shapeOf, WIDTH } from "./pages/chart-shape.ts";

const draw = async (more: object, id = "chart") =>
  String(await Chart({ pledge: pledgeOf(more), lang: "en", id }));

test("P20 every total is drawn to scale from 0, and none covers another", () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 3e9 }), fc.integer({ min: 0, max: 9000 }));
  const date = fc.constantFrom("2020", "2021-03", "2021-04", "2024-12-31", "2025-01-01", "2030");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, date), { minLength: 1, maxLength: 30 }),
      fc.option(value),
      (figures, target) => {
        const { target: _target, ...open } = pledgeOf({
          claims: figures.map(([v, d], i) => claim(`c${i}`, v, d)),
        });
        const pledge = target === null ? open : { ...open, target };
        const shape = shapeOf(pledge, "en")!;
        assert.equal(shape.bars.length, chartedOf(pledge).length);
        const full = shape.base - shape.ticks[3]!.y;
        const largest = Math.max(target ?? 0, ...figures.map(([v]) => v));
        for (const [i, bar] of shape.bars.entries()) {
          assert.ok(bar.x >= 0 && bar.x + bar.width <= WIDTH && bar.y >= shape.ticks[3]!.y - 0.1);
          if (i > 0) assert.ok(bar.x >= shape.bars[i - 1]!.x + bar.width, "side by side");
          const highest = shape.bars.find((b) => b.entry.value === largest);
          if (highest && largest > 0)
            assert.ok(
              Math.abs(
                (shape.base - bar.y) / (shape.base - highest.y) - bar.entry.value / largest,
              ) <
                0.2 / (shape.base - highest.y) + 0.002,
            );
        }
        assert.ok(full > 0);
      },
    ),
    { numRuns: 200 },
  );
});

test("P20 of very many figures the latest of each stretch of time is drawn, within the chart", async () => {
  const day = (i: number) => new Date(Date.UTC(2005, i + 1, 0)).toISOString().slice(0, 10);
  const claims = Array.from({ length: 200 }, (_, i) => claim(`c${i}`, 100 + i, day(i)));
  const pledge = { from: "2004", by: "2030", target: 400, claims };
  const { bars, left, right, figures } = shapeOf(pledgeOf(pledge), "en")!;
  assert.equal(figures, 200);
  assert.ok(bars.length > 20 && bars.length <= 60, `${bars.length} bars`);
  assert.equal(bars.at(-1)!.entry.id, "c199");
  for (const { x, width } of bars) assert.ok(width >= 6 && x >= left && x + width <= right, `${x}`);
  const years = (bars.at(-1)!.x - bars[0]!.x) / (right - left);
  assert.ok(Math.abs(years - 16.6 / 30.8) < 0.03, `dates stand where they are: ${years}`);
  const html = await draw(pledge);
  assert.match(
    html,
    /The chart shows \d\d of 200 figures, the latest for each period; the table lists them all\./,
  );
  assert.match(html, /Chart: self-reported 200 figures, from 100 people .* to 299 people \(/);
  assert.doesNotMatch(await draw({ ...pledge, claims: claims.slice(0, 40) }), /The chart shows/);
});

test("P28 the pace asked for is dashed to the target, and the interval stands at the last day", async () => {
  const claims = [1, 2, 3, 4].map((n) => claim(`c${n}`, n * 100, `${2021 + n}-07-01`));
  const html = await draw({ target: 1000, by: "2030", claims });
  assert.match(html, /stroke-dasharray="6 6".*Dashed: the pace needed to reach the target/s);
  assert.match(html, /Vertical line at the end/);
  const few = await draw({ target: 1000, by: "2030", claims: claims.slice(0, 2) });
  assert.doesNotMatch(few, /Upright/);
  assert.doesNotMatch(await draw({ by: "2030", target: 100, claims }), /stroke-dasharray/);
});

test("P20 the totals are joined by a dotted line, other figures are not joined", async () => {
  const claims = [claim("a", 60, "2022"), claim("b", 90, "2024")];
  assert.match(await draw({ claims }), /class="thread gapline"/);
  const aside = claims.map((c) => ({ ...c, measure: "other" }));
  const html = await draw({ claims: aside });
  assert.doesNotMatch(html, /thread|class="pin"/);
  assert.match(html, /The source does not describe this figure as progress towards the promise/);
});

test("P4 each texture has its pattern, with ids of its own", async () => {
  const claims = [claim("a", 60, "2022"), claim("b", 90, "2024")];
  const html = await draw({ claims, evidence: [evidenceFor("b")] }, "x");
  assert.match(html, /fill="url\(#x-hatch\)".*fill="url\(#x-half\)"/s);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
  assert.deepEqual(ids, ["x-title", "x-hatch", "x-half"]);
});

test("P6 the chart marks what was counted before the pledge", async () => {
  const html = await draw({
    baseline: { value: 60, asOf: "2022" },
    claims: [claim("a", 60, "2022"), claim("b", 90, "2024")],
  });
  assert.match(html, /Line across a bar: 60 counted before the pledge/);
});

test("P20 the caption says in what the chart counts, whatever its size", async () => {
  for (const [value, says] of [
    [9000, /In schools\./],
    [10_000, /In thousands of schools\./],
    [999_999, /In thousands of schools\./],
    [1e6, /In millions of schools\./],
    [2e9, /In billions of schools\./],
    [3e12, /In trillions of schools\./],
  ] as const) {
    const claims = [claim("a", value, "2024")];
    assert.match(await draw({ unit: "schools", target: 1, claims }), says, String(value));
  }
  const { ticks, scale } = shapeOf(
    pledgeOf({ target: 30_000, claims: [claim("a", 9, "2024")] }),
    "en",
  )!;
  assert.deepEqual([ticks.map(({ text }) => text), scale], [["0", "10", "20", "30"], "thousand"]);
});

test("P8 the title of the chart says what it shows", () => {
  const claims = [
    claim("a", 60e6, "2022"),
    claim("b", 90e6, "2023-11"),
    claim("c", 170e6, "2025", { atLeast: true }),
  ];
  assert.equal(
    finding(pledgeOf({ target: 120e6, claims }), "en"),
    "Chart: self-reported 60 million people (2022), 90 million people (November 2023) and over 170 million people (2025), compared with the target of 120 million people by 31 December 2025.",
  );
});

test("P5 amounts are said as people say them and never rounded", () => {
  const said = [170e6, 13_400, 6_740_000, 2.9e9, 1_234_567, 18.55, 1673, 0].map((n) =>
    amountWords(n, "en"),
  );
  assert.deepEqual(said, [
    "170 million",
    "13,400",
    "6.74 million",
    "2.9 billion",
    "1,234,567",
    "18.55",
    "1,673",
    "0",
  ]);
  assert.equal(
    figureWords({ value: 82, atLeast: true, unit: "billion USD" }, "en"),
    "over 82 billion USD",
  );
});
