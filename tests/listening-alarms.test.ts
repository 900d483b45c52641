/** What a motor that is heard does to the alarms, on both databases (features/listening/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { A_DAY } from "../src/engines/calendar/day.ts";
import type { Mute, Sensor } from "../src/features/listening/private/forms.ts";
import { forests, NOW } from "./listening-forest.ts";

const FORESTS = forests();

const MINUTE = 60_000;

for (const [name, inForest] of FORESTS) {
  test(
    `LE11 LE13 a day of planned felling, and alarms that were answered, use up no alarm of the next motor: ${name}`,
    inForest(async ({ ask, sensor, heard, alarms }) => {
      const s07 = await sensor("S07", { place: "east" });
      await ask.addMute({
        id: "felling",
        place: "east",
        sensor: "",
        starts: "2026-11-29",
        ends: "2026-11-29",
        opens: "06:00",
        closes: "18:00",
        why: "",
        by: "Rosa",
        at: NOW,
      });
      const event = (at: number) => heard(s07, at, { until: at + 30_000 });
      const six = Date.parse("2026-11-29T06:00:00Z");
      for (let n = 0; n < 25; n++) await event(six + n * 20 * MINUTE);
      assert.ok((await alarms("motor")).every(({ mute }) => mute === "felling"));
      const night = Date.parse("2026-11-29T20:00:00Z");
      for (let n = 0; n < 26; n++) await event(night + n * 20 * MINUTE);
      const waiting = await ask.alarms({});
      assert.equal(waiting.length, 24, "those of the night have a bound of their own");
      for (const { id } of waiting) await ask.answer({ id, outcome: "nothing", by: "b", at: NOW });
      await event(night + 27 * 20 * MINUTE);
      assert.equal((await ask.alarms({})).length, 1, "no motor hides in what was answered");
    }),
  );

  test(
    `LE11 three windows within a minute begin an alarm, two do not, nor three in three minutes, nor three that are one: ${name}`,
    inForest(async ({ sensor, heard, alarms }) => {
      const s07 = await sensor("S07");
      for (const second of [0, 40, 100, 150]) await heard(s07, NOW + second * 1000);
      assert.deepEqual(await alarms("motor"), []);
      for (const _ of [1, 2, 3]) await heard(s07, NOW + 150_000);
      assert.deepEqual(await alarms("motor"), []);
      await heard(s07, NOW + 170_000, { score: 499 }); // below its threshold
      assert.deepEqual(await alarms("motor"), []);
      await heard(s07, NOW + 155_000, { score: 950 });
      const [alarm, ...others] = await alarms("motor");
      assert.deepEqual(others, []);
      assert.deepEqual(
        [
          alarm?.starts,
          alarm?.ends,
          alarm?.score,
          alarm?.provisional,
          alarm?.also,
          alarm?.detector,
        ],
        [NOW + 100_000, NOW + 157_000, 950, 0, "", "d-1"],
      );
    }),
  );

  test(
    `LE11 an event begins one alone, which is one while the motor lasts, with rests of less than ten minutes: ${name}`,
    inForest(async ({ sensor, heard, alarms }) => {
      const s07 = await sensor("S07");
      const event = (minute: number, score = 800) => {
        const at = NOW + minute * MINUTE;
        return heard(s07, at, { until: at + 30_000, score });
      };
      await event(0);
      for (const minute of [1, 2, 11, 20]) await event(minute, 700 + minute);
      const [one, ...none] = await alarms("motor");
      assert.deepEqual(none, []);
      assert.deepEqual([one?.starts, one?.ends, one?.score], [NOW, NOW + 20.5 * MINUTE, 800]);
      await event(21, 499); // below its threshold, it neither goes on nor begins one
      await event(31);
      const both = await alarms("motor");
      assert.equal(both.length, 2);
      assert.deepEqual([both[1]?.starts, both[1]?.ends], [NOW + 31 * MINUTE, NOW + 31.5 * MINUTE]);
    }),
  );

  test(
    `LE11 what comes late, and in another order, is one alarm all the same: ${name}`,
    inForest(async ({ sensor, heard, alarms }) => {
      const s07 = await sensor("S07");
      const late = { came: NOW + 300 * MINUTE };
      for (const minute of [4, 0, 2, 1, 3])
        await heard(s07, NOW + minute * MINUTE, { ...late, until: NOW + minute * MINUTE + 30_000 });
      const [one, ...none] = await alarms("motor");
      assert.deepEqual(none, []);
      assert.deepEqual([one?.starts, one?.ends, one?.at], [NOW, NOW + 4.5 * MINUTE, late.came]);
    }),
  );

  test(
    `LE12 a window each of two sensors of a place within a minute begins one alarm, of the one that heard it better; elsewhere it does not: ${name}`,
    inForest(async ({ sensor, heard, alarms }) => {
      const [a, b, c] = [
        await sensor("A", { place: "east" }),
        await sensor("B", { place: "east" }),
        await sensor("C", { place: "west" }),
      ];
      const nowhere = [await sensor("D"), await sensor("E")];
      for (const one of nowhere) await heard(one, NOW);
      await heard(c, NOW);
      await heard(a, NOW, { score: 600 });
      await heard(b, NOW + 63_000, { score: 700 });
      assert.deepEqual(await alarms("motor"), []);
      await heard(a, NOW + 30_000, { score: 600 });
      const [one, ...none] = await alarms("motor");
      assert.deepEqual(none, []);
      assert.deepEqual([one?.sensor, one?.also, one?.score], [b.id, a.id, 700]);
      // The same motor, heard on by both, and by a third one.
      const d = await sensor("F", { place: "east" });
      await heard(d, NOW + 90_000, { until: NOW + 120_000 });
      for (const second of [130, 140, 150]) await heard(a, NOW + second * 1000);
      const [same, ...still] = await alarms("motor");
      assert.deepEqual(still, []);
      assert.deepEqual([same?.also, same?.ends], [`${a.id} ${d.id}`, NOW + 152_000]);
    }),
  );

  test(
    `LE13 planned felling of a place or a sensor is counted and told to nobody; a motor that goes on beyond its hours is told: ${name}`,
    inForest(async ({ ask, sensor, heard, alarms }) => {
      const s07 = await sensor("S07", { place: "east" });
      const s08 = await sensor("S08", { place: "west" });
      const mute: Mute = {
        id: "felling",
        place: "east",
        sensor: "",
        starts: "2026-11-29",
        ends: "2026-11-30",
        opens: "22:00",
        closes: "02:00",
        why: "The concession fells here",
        by: "Rosa",
        at: NOW,
      };
      await ask.addMute(mute);
      const event = (of: Sensor, time: string) => {
        const at = Date.parse(time);
        return heard(of, at, { until: at + 30_000 });
      };
      await event(s07, "2026-11-29T01:00:00Z"); // the night before the first day
      await event(s07, "2026-11-29T22:30:00Z");
      await event(s08, "2026-11-29T22:30:00Z");
      await event(s07, "2026-11-30T01:55:00Z");
      await event(s07, "2026-11-30T02:00:00Z"); // the hours are over
      await event(s07, "2026-12-01T01:00:00Z"); // of the last night
      await event(s07, "2026-12-01T22:30:00Z"); // the days are over
      const all = await alarms("motor");
      assert.deepEqual(
        all.map(({ sensor: of, mute: by }) => [of === s07.id, by]),
        [
          [true, null],
          [true, "felling"],
          [false, null],
          [true, "felling"],
          [true, null],
          [true, "felling"],
          [true, null],
        ],
      );
      assert.ok((await ask.alarms({})).every(({ mute: by }) => by === null));
    }),
  );

  test(
    `LE13 one that is not muted is heard beside one that is: ${name}`,
    inForest(async ({ ask, sensor, heard, alarms }) => {
      const a = await sensor("A", { place: "east" });
      const b = await sensor("B", { place: "east" });
      await ask.addMute({
        id: "m",
        place: "",
        sensor: a.id,
        starts: "2026-11-29",
        ends: "2026-11-29",
        opens: "00:00",
        closes: "00:00",
        why: "A workshop",
        by: "Rosa",
        at: NOW,
      });
      await heard(a, NOW, { until: NOW + 30_000 });
      await heard(b, NOW + 10_000);
      assert.deepEqual(
        (await alarms("motor")).map(({ sensor: of, mute }) => [of, mute]),
        [[a.id, "m"]],
      );
      await heard(b, NOW + 20_000, { until: NOW + 50_000 });
      assert.deepEqual(
        (await alarms("motor")).map(({ sensor: of, mute }) => [of, mute]),
        [
          [a.id, "m"],
          [b.id, null],
        ],
      );
    }),
  );

  test(
    `LE14 a drawing is kept of what began an alarm, the first one, and of nothing else: ${name}`,
    inForest(async ({ ask, sensor, heard, alarms }) => {
      const [s07, s08] = [await sensor("S07"), await sensor("S08")];
      await heard(s07, NOW, { id: "quiet", score: 100, until: NOW + 30_000 });
      await heard(s07, NOW, { id: "loud", until: NOW + 30_000 });
      const drawn = (of: Sensor, said: string, bands: string) =>
        ask.draw({ sensor: of.id, said, bands, at: NOW });
      await heard(s08, NOW, { id: "own", score: 100, until: NOW + 30_000 });
      assert.equal(await drawn(s08, "own", "none"), false);
      assert.equal(await drawn(s08, "loud", "none"), false);
      assert.equal(await drawn(s07, "other", "none"), false);
      assert.equal(await drawn(s07, "loud", "first"), true);
      assert.equal(await drawn(s07, "loud", "second"), true);
      const [alarm] = await alarms("motor");
      assert.deepEqual(
        { ...(await ask.drawing(alarm!.id)) },
        { alarm: alarm!.id, bands: "first", at: NOW },
      );
    }),
  );

  test(
    `LE17 what sensors said goes after three weeks, drawings after thirty days, alarms and what was taken down after 400: ${name}`,
    inForest(async ({ privately, ask, sensor, heard, alive, alarms }) => {
      const s07 = await sensor("S07");
      await sensor("S08", { closed: NOW });
      await alive(s07, NOW);
      await heard(s07, NOW, { id: "loud", until: NOW + 30_000 });
      await ask.draw({ sensor: s07.id, said: "loud", bands: "x", at: NOW });
      const [alarm] = await alarms("motor");
      const left = async (days: number) => {
        await privately("end", NOW + days * A_DAY + MINUTE);
        return [
          (await ask.saidBy({ sensor: s07.id, since: 0 })).length,
          (await ask.drawing(alarm!.id)) ? 1 : 0,
          (await alarms("motor")).length,
          (await ask.sensors()).length,
        ];
      };
      assert.deepEqual(await left(20), [2, 1, 1, 2]);
      assert.deepEqual(await left(21), [0, 1, 1, 2]);
      assert.deepEqual(await left(29), [0, 1, 1, 2]);
      assert.deepEqual(await left(30), [0, 0, 1, 2]);
      assert.deepEqual(await left(399), [0, 0, 1, 2]);
      assert.deepEqual(await left(400), [0, 0, 0, 1]);
    }),
  );
}

const [, inForest] = FORESTS[0]!;

test(
  "LE11 a key that makes up a motor each quarter of an hour opens no more than 24 alarms in a day",
  inForest(async ({ sensor, heard, alarms }) => {
    const s07 = await sensor("S07");
    for (let i = 0; i < 40; i++) {
      const at = NOW - i * 15 * MINUTE;
      await heard(s07, at, { until: at + 30_000, came: NOW + i });
    }
    assert.equal((await alarms("motor")).length, 24);
    await heard(s07, NOW + A_DAY, { until: NOW + A_DAY + 30_000 });
    assert.equal((await alarms("motor")).length, 25);
  }),
);
