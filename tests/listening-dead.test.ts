/** How a sensor is found dead, on both databases (features/listening/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { A_DAY } from "../src/engines/calendar/day.ts";
import { look } from "../src/features/listening/sensors/look.ts";
import { forests, NOW, type Forest } from "./listening-forest.ts";

const FORESTS = forests();

const MINUTE = 60_000;

/** What an instance looks with, at that time. */
const looking = ({ privately }: Forest, now: number) =>
  ({
    instance: { log: { private: privately } },
    clock: { now: () => now, aged: () => now },
  }) as never;
/** Looks each minute, as the instance does while it runs. */
async function watched(forest: Forest, from: number, to: number): Promise<void> {
  for (let now = from; now <= to; now += MINUTE) await look(looking(forest, now));
}
/** Of each sensor the minutes since the beginning at which it was told as silent, and at which that was over. */
async function silences({ alarms }: Forest): Promise<Record<string, readonly (number | null)[]>> {
  const all = await alarms("silent");
  const since = (when: number | null) => (when === null ? null : (when - NOW) / MINUTE);
  return Object.fromEntries(
    all.map(({ sensor, at: opened, over }) => [sensor, [since(opened), since(over)]]),
  );
}

for (const [name, inForest] of FORESTS) {
  test(
    `LE5 a clock of 1970, one of tomorrow and an old alive have one alarm at the first message, over with the first that is right: ${name}`,
    inForest(async ({ ask, sensor, heard, alive, alarms }) => {
      const s07 = await sensor("S07");
      const answers = [
        await alive(s07, Date.parse("1970-01-01T00:10:00Z"), { came: NOW, lives: NOW }),
        await heard(s07, NOW + A_DAY, { came: NOW + 1, lives: NOW + 1 }),
        await alive(s07, NOW - 11 * MINUTE, { came: NOW + 2, lives: NOW + 2 }),
      ];
      assert.deepEqual(answers, ["clock", "clock", "clock"]);
      const [one, ...none] = await alarms("clock");
      assert.deepEqual([none, one?.at, one?.over], [[], NOW, null]);
      assert.deepEqual(await ask.saidBy({ sensor: s07.id, since: 0 }), []);
      assert.equal((await ask.sensor(s07.id))?.seen, NOW + 2);
      assert.equal(await alive(s07, NOW + MINUTE), "kept");
      assert.equal((await alarms("clock"))[0]?.over, NOW + MINUTE);
      // Nobody has answered yet: it goes on, and no second one is opened.
      await alive(s07, 0, { came: NOW + 2 * MINUTE, lives: NOW + 2 * MINUTE });
      assert.deepEqual(
        (await alarms("clock")).map(({ id, over }) => [id, over]),
        [[one?.id, null]],
      );
      await ask.answer({ id: one!.id, outcome: "nothing", by: "rosa", at: NOW } as never);
      await alive(s07, NOW + 3 * MINUTE);
      await alive(s07, 0, { came: NOW + 4 * MINUTE, lives: NOW + 4 * MINUTE });
      assert.equal((await alarms("clock")).length, 2);
    }),
  );

  test(
    `LE5 a message of last year again, and one of a week and a minute, change nothing; one of six days is taken: ${name}`,
    inForest(async ({ ask, sensor, heard, alive }) => {
      const s07 = await sensor("S07");
      const came = { came: NOW, lives: NOW };
      assert.equal(await alive(s07, NOW - 365 * A_DAY, came), "old");
      assert.equal(await heard(s07, NOW - 365 * A_DAY, came), "old");
      assert.equal(await heard(s07, NOW - 7 * A_DAY - MINUTE, came), "old");
      assert.deepEqual({ ...(await ask.sensor(s07.id)) }, s07);
      assert.deepEqual(await ask.alarms({ since: 0 }), []);
      assert.equal(await heard(s07, NOW - 6 * A_DAY, came), "kept");
    }),
  );

  test(
    `LE5 a replay of last year to a sensor that was registered since opens no alarm and changes nothing; a clock that was never set does: ${name}`,
    inForest(async ({ ask, sensor, heard, alive, alarms }) => {
      const s07 = await sensor("S07", { at: NOW - A_DAY, learns: NOW - A_DAY });
      for (let n = 0; n < 3; n++) {
        const came = { came: NOW + n * MINUTE, lives: NOW + n * MINUTE };
        assert.equal(await alive(s07, NOW - 365 * A_DAY + n * MINUTE, came), "old");
        assert.equal(await heard(s07, NOW - 365 * A_DAY + n * MINUTE, came), "old");
      }
      assert.equal(await heard(s07, NOW - 3 * A_DAY, { came: NOW, lives: NOW }), "old");
      assert.deepEqual({ ...(await ask.sensor(s07.id)) }, s07);
      assert.deepEqual(await ask.alarms({ since: 0 }), []);
      assert.equal(await alive(s07, Date.UTC(2000, 0, 1), { came: NOW, lives: NOW }), "clock");
      assert.equal((await alarms("clock")).length, 1);
    }),
  );

  test(
    `LE2 an id that is used again while our own clock is set loses nothing, and the same once more is known: ${name}`,
    inForest(async ({ ask, sensor, heard }) => {
      const s07 = await sensor("S07");
      const event = { id: "1", until: NOW + 30_000, came: NOW + 40_000, lives: NOW + 40_000 };
      assert.equal(await heard(s07, NOW, event), "kept");
      const later = { ...event, came: NOW + 50_000, lives: NOW + 50_000 };
      assert.equal(await heard(s07, NOW, later), "known");
      // While our clock is not believed it stands in for that of the sensor.
      const ours = { ...later, until: NOW + 50_000 };
      assert.equal(await heard(s07, NOW + 20_000, ours), "known");
      assert.equal(await heard(s07, NOW, { ...later, until: NOW + 31_000 }), "reused");
      assert.equal((await ask.saidBy({ sensor: s07.id, since: 0 })).length, 2);
      const bad = { ...later, until: NOW + 3 * A_DAY };
      assert.equal(await heard(s07, NOW + 3 * A_DAY - 1000, bad), "clock");
      assert.equal((await ask.saidBy({ sensor: s07.id, since: 0 })).length, 2);
      assert.equal(await heard(s07, NOW, { ...later, until: NOW + 31_000 }), "known");
    }),
  );

  test(
    `LE8 a level that does not move, or is at the rails, is told within an hour and one interval; one that moves ends it: ${name}`,
    inForest(async ({ ask, sensor, alive, alarms }) => {
      for (const [called, every, deaf] of [
        ["A", 10, () => -900],
        ["B", 10, (i: number) => -512 + (i % 2)],
        ["C", 20, () => -512],
        ["D", 5, () => 0],
        ["E", 60, () => -1200],
      ] as const) {
        const one = await sensor(called, { every });
        const step = every * MINUTE;
        let at = NOW;
        for (let i = 0; i < 8; i++, at += step)
          await alive(one, at, { level: -400 - 31 * (i % 3) });
        const from = at - step; // it may have gone deaf right after the last good one
        const mine = async () => (await alarms("deaf")).find((alarm) => alarm.sensor === one.id);
        assert.equal(await mine(), undefined, called);
        for (let i = 0; !(await mine()); i++, at += step) {
          assert.ok(i < 100);
          await alive(one, at, { level: deaf(i) });
        }
        const found = (await mine())!;
        assert.ok(
          found.at - from >= 59 * MINUTE && found.at - from <= 60 * MINUTE + step,
          `${called} ${(found.at - from) / MINUTE}`,
        );
        assert.equal(found.starts, from, called);
        await alive(one, at, { level: -300 });
        assert.equal((await mine())?.over, at, called);
        assert.equal((await ask.sensor(one.id))?.flat, null);
      }
    }),
  );

  test(
    `LE8 a quiet night that moves by half a decibel is no deafness, nor is a sensor that says no level: ${name}`,
    inForest(async ({ sensor, alive, alarms }) => {
      const [a, b] = [await sensor("A"), await sensor("B")];
      for (let i = 0; i < 30; i++) {
        await alive(a, NOW + i * 10 * MINUTE, { level: -700 + 5 * (i % 2) });
        await alive(b, NOW + i * 10 * MINUTE, { level: null });
      }
      assert.deepEqual(await alarms("deaf"), []);
    }),
  );
}

const [, inForest] = FORESTS[0]!;

test(
  "LE6 who says nothing is told as silent within two intervals, once, until it is heard",
  inForest(async (forest) => {
    const a = await forest.sensor("A", { every: 10, seen: NOW });
    const b = await forest.sensor("B", { every: 5, seen: NOW });
    await watched(forest, NOW - MINUTE, NOW + 7 * MINUTE);
    assert.deepEqual(await silences(forest), {});
    await watched(forest, NOW + 8 * MINUTE, NOW + 21 * MINUTE);
    assert.deepEqual(await silences(forest), { [b.id]: [8, null], [a.id]: [15, null] });
    await forest.alive(a, NOW + 22 * MINUTE);
    await watched(forest, NOW + 22 * MINUTE, NOW + 30 * MINUTE);
    assert.deepEqual(await silences(forest), { [b.id]: [8, null], [a.id]: [15, 22] });
    assert.equal((await forest.ask.alarms({})).length, 2); // it waits for an answer all the same
  }),
);

test(
  "LE7 what nobody could hear is no silence: after the instance was down each has its time anew, and a short restart gives none",
  inForest(async (forest) => {
    const a = await forest.sensor("A", { every: 10, seen: NOW });
    await watched(forest, NOW - 5 * MINUTE, NOW + 2 * MINUTE);
    const up = NOW + 300 * MINUTE;
    await watched(forest, up, up + 14 * MINUTE);
    assert.deepEqual(await silences(forest), {});
    await watched(forest, up + 17 * MINUTE, up + 17 * MINUTE); // begun again within minutes
    assert.deepEqual(await silences(forest), { [a.id]: [317, null] });
  }),
);

test(
  "LE7 a clock that was set back, or forward, calls nobody silent at once",
  inForest(async (forest) => {
    await forest.sensor("A", { every: 10, seen: NOW });
    await watched(forest, NOW - 5 * MINUTE, NOW);
    const back = NOW - 400 * 24 * 60 * MINUTE;
    await watched(forest, back, back + 14 * MINUTE);
    assert.deepEqual(await silences(forest), {});
    await watched(forest, back + 15 * MINUTE, back + 16 * MINUTE);
    assert.equal(Object.keys(await silences(forest)).length, 1);
  }),
);

test(
  "LE6 one that was taken down is silent no more, and a motor that rests is over",
  inForest(async (forest) => {
    const { ask, sensor, heard, alarms } = forest;
    const a = await sensor("A", { every: 10, seen: NOW });
    await watched(forest, NOW, NOW + 16 * MINUTE);
    assert.equal((await ask.lasting()).length, 1);
    await ask.changeSensor({ id: a.id, closed: NOW + 17 * MINUTE });
    const b = await sensor("B", { every: 60, seen: NOW });
    await heard(b, NOW + 17 * MINUTE, { until: NOW + 18 * MINUTE });
    await watched(forest, NOW + 18 * MINUTE, NOW + 28 * MINUTE);
    assert.deepEqual(
      (await ask.lasting()).map(({ kind }) => kind),
      ["motor"],
    );
    await watched(forest, NOW + 29 * MINUTE, NOW + 40 * MINUTE);
    assert.deepEqual(await ask.lasting(), []);
    assert.equal((await alarms("silent")).length, 1);
    assert.equal((await alarms("motor"))[0]?.over, NOW + 18 * MINUTE);
  }),
);

test(
  "LE7 after a clock of ours that was set back a sensor that speaks is not silent",
  inForest(async (forest) => {
    const s07 = await forest.sensor("A", { every: 10, seen: NOW + 100 * A_DAY });
    for (let minute = 0; minute <= 60; minute += 10) {
      await forest.alive(s07, NOW + minute * MINUTE);
      await watched(forest, NOW + minute * MINUTE, NOW + (minute + 9) * MINUTE);
    }
    assert.deepEqual(await silences(forest), {});
  }),
);

test(
  "LE6 of a sensor that never spoke nothing is said",
  inForest(async (forest) => {
    await forest.sensor("A", { every: 10 });
    await watched(forest, NOW, NOW + 60 * MINUTE);
    assert.deepEqual(await silences(forest), {});
  }),
);
