/** The arithmetic of the link page, and that its script is whole. */
import assert from "node:assert/strict";
import test from "node:test";
import { Script } from "node:vm";
import { brotliCompressSync } from "node:zlib";
import { Readable } from "node:stream";
import * as fc from "fast-check";
import sharp from "sharp";
import { eastOf, groundFrom } from "./browser/ground.ts";
import { clearance } from "../../engines/propagation/clearance.ts";
import { knifeEdgeLoss } from "../../engines/propagation/p526/knife-edge.ts";
import { hopOf } from "./browser/hop.ts";
import { HEIGHT, profileShape, roundStep, WIDTH } from "./browser/shape.ts";
import { verdictOf } from "./browser/verdict.ts";
import { lastGround } from "./drawn.ts";
import { linkWords } from "./link-words.ts";
import { samplePlan } from "./plan.fixture.ts";
import { linkJudge, linkScript } from "./script.ts";
import { wayOf } from "./ways.ts";
import { wordsIn } from "./words.ts";

const flat = { heights: [100, 100, 100, 100, 100], spacing: 1000, fromMast: 30, toMast: 30 };

test("a wall in the middle loses what an edge loses, and the construction's own share for the length", () => {
  // The Earth is flat (k is so large), and the ground far below but for one wall.
  const heights = Array.from({ length: 11 }, (_, i) => (i === 5 ? 50 : -1000));
  const [fromMast, toMast, frequency, d] = [1000, 1000, 1000, 10];
  const hop = hopOf({ heights, spacing: 1000, fromMast, toMast, frequency, k: 1e9 })!;
  const edge = knifeEdgeLoss(50 * Math.sqrt((0.002 * d) / (0.2998 * 5 * 5)));
  const whole = edge + (1 - Math.exp(-edge / 6)) * (10 + 0.02 * d);
  assert.ok(Math.abs(hop.ground.p526 - whole) < 1e-6, `${hop.ground.p526} ${whole}`);
  assert.equal(hop.tightest, 5);
  assert.ok(hop.clearance < 0);
});

test("law: a link says the same from both ends", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 3000, noNaN: true }), { minLength: 3, maxLength: 60 }),
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.double({ min: 100, max: 30_000, noNaN: true }),
      (heights, fromMast, toMast, frequency) => {
        const there = hopOf({ heights, spacing: 90, fromMast, toMast, frequency })!;
        const back = hopOf({
          heights: heights.toReversed(),
          spacing: 90,
          fromMast: toMast,
          toMast: fromMast,
          frequency,
        })!;
        assert.ok(
          Math.abs(there.clearance - back.clearance) < 1e-6 * (1 + Math.abs(there.clearance)),
        );
        assert.ok(Math.abs(there.ground.p526 - back.ground.p526) < 1e-6);
        assert.ok(there.ground.p526 >= 0);
      },
    ),
  );
});

test("a height that is not known gives no link", () => {
  const heights = [1, 2, Number.NaN, 4];
  assert.equal(hopOf({ ...flat, heights, frequency: 5800 }), undefined);
});

test("a profile is drawn within its frame, with round scales", () => {
  const shape = profileShape({ ...flat, frequency: 5800 });
  const places = [
    ...`${shape.ground}${shape.zone}${shape.line}`.matchAll(/(-?[\d.]+) (-?[\d.]+)/g),
  ];
  assert.ok(places.length > 10);
  for (const [place, x, y] of places)
    assert.ok(Number(x) >= 0 && Number(x) <= WIDTH && Number(y) >= 0 && Number(y) <= HEIGHT, place);
  const ground = [...shape.ground.matchAll(/([\d.]+) ([\d.]+)/g)].map((m) => Number(m[2]));
  const [, left, , middle, , right] = ground; // after the corner of the frame
  assert.ok(middle! < left! && middle! < right!, "the Earth bulges in the middle");
  assert.equal(left, right);
  assert.deepEqual(
    shape.distances.map(({ value }) => value),
    [0, 1, 2, 3, 4],
  );
  assert.deepEqual([0.7, 1, 1.2, 4.9, 7, 0.03].map(roundStep), [1, 1, 2, 5, 10, 0.05]);
});

test("PN40 a ridge between the points that are drawn is drawn, and of a hop the tightest place that its plan names", () => {
  const heights = Float64Array.from({ length: 2001 }, (_, i) => (i === 1001 ? 180 : 100));
  const way = { heights, spacing: 10, fromMast: 60, toMast: 60, frequency: 5800 };
  const highest = (d: string) =>
    Math.min(...[...d.matchAll(/[\d.]+ ([\d.]+)/g)].map((m) => Number(m[1])));
  const { ground, line } = profileShape(way);
  assert.ok(highest(ground) < highest(line), "the ridge stands over the line");
  const hop = samplePlan().hops[0]!;
  const radio = samplePlan().radio;
  for (const tightest of [0.05, 3.33, hop.km - 0.01]) {
    const { worst } = clearance(wayOf({ ...hop, clearance: 0.61, tightest }, { radio }));
    assert.ok(Math.abs(worst - 0.61) < 1e-9, `${tightest} km: ${worst}`);
  }
});

test("PN40 a verdict flags what has less than 60 % free, and two models that are more than 10 dB apart", () => {
  const words = linkWords(wordsIn("en"));
  const said = (share: number, p526: number, itm?: number) => {
    const ground = { p526, ...(itm !== undefined && { itm }) };
    const hop = { km: 5, clearance: share, tightest: 2, freeSpace: 120, ground, gases: 0 };
    return verdictOf(hop, words, String, undefined);
  };
  for (const [share, start] of [
    [-0.01, "The masts cannot see each other"],
    [0, "The masts can see each other, but 2 km from the first mast, only 0 %"],
    [0.5999, "The masts can see each other, but 2 km from the first mast, only 59 %"],
    [0.6, "The line is clear"],
  ] as const)
    assert.ok(said(share, 0).verdict.startsWith(start), `${share}`);
  assert.match(said(-1, 20, 31).doubt, /20 dB .* 31 dB/);
  for (const one of [said(-1, 20, 29), said(-1, 20)]) assert.equal(one.doubt, "");
});

test("heights come out of the picture as they went in", () => {
  const metres = [-430, 0, 8848, 255, 256, 1];
  const pixels = metres.flatMap((h) => [(h + 1000) >> 8, (h + 1000) & 255, 0]);
  const grid = groundFrom({ pixels, width: 3, height: 2, channels: 3 }, [42, 1, 43, 3]);
  assert.deepEqual([...grid.heights], metres);
  assert.deepEqual([grid.north, grid.west, grid.stepLat, grid.stepLon], [43, 1, 1, 1]);
});

test("a longitude beyond the date line lies where its map goes on, and one beside the map lies beside it", () => {
  assert.deepEqual([eastOf(-179.9, 179.5), eastOf(179.5, 179.5), eastOf(2, 1)], [180.1, 179.5, 2]);
  assert.deepEqual(
    [eastOf(0.9, 1), eastOf(-179.9, -179.5), eastOf(180.5, -179.5)],
    [0.9, -179.9, -179.5],
  );
  assert.equal(eastOf(179.5, -179.75), -180.5);
});

test("PN18 a ground that could not be read once is read again, and one picture may lie in two places", async () => {
  const pixels = Buffer.from([4, 76, 0, 4, 77, 0, 4, 78, 0, 4, 79, 0]); // 100 to 103 m
  const png = await sharp(pixels, { raw: { width: 2, height: 2, channels: 3 } })
    .png()
    .toBuffer();
  let asked = 0;
  const ground = lastGround(async () => {
    asked += 1;
    return asked === 1 ? undefined : Readable.from([png]);
  });
  assert.equal(await ground("a.png", [42, 1, 43, 2]), undefined);
  const there = await ground("a.png", [42, 1, 43, 2]);
  assert.deepEqual([...there!.heights], [100, 101, 102, 103]);
  assert.equal(await ground("a.png", [42, 1, 43, 2]), there);
  assert.equal((await ground("a.png", [52, 1, 53, 2]))!.north, 53);
  assert.equal(asked, 3);
});

test("the script is whole: no import is left, nothing is exported, and it parses", () => {
  const { text } = linkScript;
  assert.doesNotMatch(text, /^\s*(?:import|export)\b/m);
  assert.doesNotThrow(() => new Script(text.replaceAll("import(", "wanted(")));
  const sent = brotliCompressSync(text).length;
  assert.ok(sent < 6000, `${sent} bytes`);
  const judge = linkJudge.text;
  assert.ok(judge.includes("Expected at least three heights"), "the engine of waves is in it");
  assert.doesNotMatch(judge, /^\s*import\b/m);
  assert.ok(brotliCompressSync(judge).length < 16_000); // it comes with a ground that weighs more
});
