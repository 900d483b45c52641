/** What is done for sensors each hour: thresholds of their places, and batteries (features/listening/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { A_DAY } from "../src/engines/calendar/day.ts";
import { learnAnew, tendSensors } from "../src/features/listening/sensors/tend.ts";
import { forests, NOW, type Forest } from "./listening-forest.ts";

const FORESTS = forests();

const HOUR = 3_600_000;
const [, inForest] = FORESTS[0]!;
const tend = ({ privately }: Forest, now: number) =>
  tendSensors({
    instance: { log: { private: privately } },
    clock: { now: () => now, aged: () => now },
  } as never);
const event = (at: number) => ({ until: at + 30_000 });

test(
  "LE15 a sensor's alarms are provisional for seven days; then its background sets its threshold, and anew when that is asked",
  inForest(async (forest) => {
    const { ask, sensor, heard, alive, alarms } = forest;
    const learns = NOW + 7 * A_DAY;
    const s07 = await sensor("S07", { at: NOW, learns, learned: null, threshold: 500, every: 60 });
    for (let hour = 0; hour < 7 * 24; hour++) {
      const at = NOW + hour * HOUR;
      await alive(s07, at, { score: 300 });
      if (hour % 24 === 5) await heard(s07, at, { ...event(at), score: 600 + hour });
      if (hour === 100) await tend(forest, at);
    }
    assert.equal((await ask.sensor(s07.id))!.threshold, 500, "not before its time");
    assert.ok((await alarms("motor")).every(({ provisional }) => provisional === 1));
    await tend(forest, learns);
    const { threshold, learned } = (await ask.sensor(s07.id))!;
    // The loudest of its events, of hour 149, is the one that is borne.
    assert.deepEqual([threshold, learned], [600 + 125 + 1, learns]);
    const later = learns + HOUR;
    await heard(s07, later, { ...event(later), score: 725 });
    await heard(s07, later, { ...event(later), score: 726 });
    const last = (await alarms("motor")).at(-1)!;
    assert.deepEqual([last.at, last.provisional, last.score], [later + 30_000, 0, 726]);
    await learnAnew(ask, s07.id, later + A_DAY);
    const next = later + 2 * A_DAY;
    await heard(s07, next, { ...event(next), score: 900 });
    assert.equal((await alarms("motor")).at(-1)?.provisional, 1);
  }),
);

test(
  "LE15 a sensor that hardly spoke in these days listens for another one, and what is borne can be set",
  inForest(async (forest) => {
    const { ask, sensor, heard, alive } = forest;
    await ask.choose({ name: "borne", value: 3 });
    const learns = NOW + 7 * A_DAY;
    const s07 = await sensor("S07", { at: NOW, learns, learned: null });
    for (let day = 2; day < 7; day++) await alive(s07, NOW + day * A_DAY + HOUR, { score: 200 });
    await tend(forest, learns);
    assert.deepEqual((await ask.sensor(s07.id))!.learns, learns + A_DAY);
    for (const [hour, score] of [
      [1, 900],
      [3, 850],
      [5, 800],
      [7, 750],
    ] as const) {
      const at = learns + hour * HOUR;
      await heard(s07, at, { ...event(at), score });
    }
    await tend(forest, learns + A_DAY);
    assert.deepEqual((await ask.sensor(s07.id))!.threshold, 751);
  }),
);

test(
  "LE16 a battery that will not last the week has one alarm, over when a new one is there; of one that nobody knows nothing is said",
  inForest(async (forest) => {
    const { ask, sensor, alive, alarms } = forest;
    const [known, unknown] = [await sensor("A", { empty: 3300 }), await sensor("B")];
    let at = NOW;
    const run = async (days: number) => {
      for (; at < NOW + days * A_DAY; at += 6 * HOUR)
        for (const one of [known, unknown])
          await alive(one, at, { battery: Math.round(3700 - (60 * (at - NOW)) / A_DAY) });
    };
    await run(1.6);
    await tend(forest, at); // of two days it draws no line
    assert.deepEqual(await alarms("battery"), []);
    await run(4);
    for (const hour of [0, 1, 2]) await tend(forest, at + hour * HOUR);
    const [one, ...none] = await alarms("battery");
    assert.deepEqual([none, one?.sensor, one?.over], [[], known.id, null]);
    await alive(known, at, { battery: 4100 });
    await tend(forest, at + HOUR);
    assert.equal((await alarms("battery"))[0]?.over, at + HOUR);
    assert.equal((await ask.alarms({})).length, 1, "it waits for an answer");
  }),
);

for (const [name, onForest] of FORESTS)
  test(
    `LE15 LE16 of a sensor that floods no more is read each hour than of another, and what counts is the same: ${name}`,
    onForest(async ({ ask, sensor, alive }) => {
      const s07 = await sensor("S07");
      const more = (n: number) => ({ score: 100 + ((n * 37) % 300), battery: 3900 - n, came: NOW });
      for (let n = 0; n < 60; n++) await alive(s07, NOW - 3_600_000 + n * 500, more(n));
      const all = await ask.saidBy({ sensor: s07.id, since: 0 });
      const parts = await ask.partsOf({ sensor: s07.id, since: 0, part: 10_000 });
      assert.deepEqual([all.length, parts.length], [60, 3]);
      assert.deepEqual(
        parts.map(({ at, battery }) => [at, battery]),
        [19, 39, 59].map((n) => [NOW - 3_600_000 + (n - 19) * 500, 3900 - n]),
      );
      const scores = all.map(({ score }) => score ?? 0);
      assert.equal(Math.max(...parts.map(({ score }) => score ?? 0)), Math.max(...scores));
      assert.equal(Math.min(...parts.map(({ least }) => least ?? 0)), Math.min(...scores));
      assert.deepEqual(await ask.partsOf({ sensor: s07.id, since: NOW + 1, part: 10_000 }), []);
    }),
  );
