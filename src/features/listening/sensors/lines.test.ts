import assert from "node:assert/strict";
import test from "node:test";
import { linesIn } from "./lines.ts";

const NOW = Date.parse("2026-11-29T15:00:00Z");
const MOTOR = "S07 MOTOR 0.93 14:32 B3.9";
const ALIVE = "S07 ALIVE 14:32 B3.9 L-42";
const one = (line: string, now = NOW) => linesIn(line, now)[0]!;
const troubleOf = (line: string, now = NOW) => {
  const read = one(line, now);
  return "trouble" in read ? read.trouble : "none";
};
const said = (line: string, now = NOW) => {
  const read = one(line, now);
  if ("trouble" in read) assert.fail(`${line}: ${read.trouble}`);
  return read.message.said;
};

test("LE9 a line says what a message says; small letters, blanks and a comma are nothing of it", () => {
  const at = Date.parse("2026-11-29T14:32:00Z");
  const { id, ...motor } = said(MOTOR);
  assert.deepEqual(motor, {
    sort: "heard",
    kind: "motor",
    at,
    until: at + 60_000,
    score: 930,
    battery: 3900,
    level: null,
    detector: "line",
  });
  const { sort, battery, level, at: clock } = said(ALIVE);
  assert.deepEqual([sort, battery, level, clock], ["alive", 3900, -420, at]);
  assert.equal(said("  s07  motor 0,93 14:32 b3,9 ").id, id);
  const none = said("S07 ALIVE 14:32 B-- L--");
  assert.deepEqual([none.battery, none.level], [null, null]);
  assert.equal(linesIn(`${MOTOR}\r\n\n${ALIVE}\nnonsense\n`, NOW).length, 3);
  assert.equal(linesIn(`${MOTOR}\n`.repeat(1000), NOW).length, 200);
});

test("LE9 the same line has the same id; another minute, day or battery is another one", () => {
  const lines = [
    MOTOR,
    ALIVE,
    "S07 MOTOR 0.93 14:33 B3.9",
    "S07 MOTOR 0.93 14:32 B3.8",
    "S08 MOTOR 0.93 14:32 B3.9",
  ];
  const ids = [...lines, "S07 MOTOR 0.93 2026-11-28 14:32 B3.9"].map((line) => said(line).id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(said(MOTOR, NOW + 3_600_000).id, said(MOTOR).id);
  assert.equal(said("S07 MOTOR 0.93 2026-11-29 14:32 B3.9").id, said(MOTOR).id);
});

test("LE10 a line that was cut anywhere is refused, and so is every other that is none", () => {
  for (const whole of [
    MOTOR,
    ALIVE,
    "S07 MOTOR 0.93 2026-11-29 14:32 B12.4",
    "S07 ALIVE 14:32 B-- L--",
  ])
    for (let n = 1; n < whole.length; n++)
      if (whole.slice(0, n).trim() !== whole)
        assert.notEqual(troubleOf(whole.slice(0, n)), "none", whole.slice(0, n));
  const wrong = {
    cut: ["S07", "S07 MOTOR 0.9", "S07 MOTOR 0.93 14:3", "S07 ALIVE 14:32 B3.9 L-4"],
    name: [
      "SAW! MOTOR 0.93 14:32 B3.9",
      "07 MOTOR 0.93 14:32 B3.9",
      "ABCDEFGHI MOTOR 0.93 14:32 B3.9",
    ],
    word: ["S07 SAW 0.93 14:32 B3.9"],
    score: ["S07 MOTOR NaN 14:32 B3.9", "S07 MOTOR 1.01 14:32 B3.9", "S07 MOTOR -0.5 14:32 B3.9"],
    time: ["S07 MOTOR 0.93 24:00 B3.9", "S07 MOTOR 0.93 2026-02-30 14:32 B3.9"],
    battery: ["S07 ALIVE 14:32 3.9 L-42"],
    more: ["S07 MOTOR 0.93 14:32 B3.9 L-42"],
    tomorrow: ["S07 MOTOR 0.93 2026-11-30 14:32 B3.9"],
    old: ["S07 MOTOR 0.93 2025-11-29 14:32 B3.9"],
    long: [`S07 MOTOR ${"0".repeat(90)}`],
  };
  for (const [trouble, lines] of Object.entries(wrong))
    for (const line of lines) assert.equal(troubleOf(line), trouble, line);
});

test("LE9 a time without a day is the last one that was so late, around midnight and with a clock a little ahead", () => {
  const at = (line: string, now: string) => new Date(said(line, Date.parse(now)).at).toISOString();
  assert.equal(at("S07 ALIVE 23:58 B3.9 L-42", "2026-11-30T00:04:00Z"), "2026-11-29T23:58:00.000Z");
  assert.equal(at("S07 ALIVE 00:03 B3.9 L-42", "2026-11-29T23:58:00Z"), "2026-11-30T00:03:00.000Z");
  assert.equal(at("S07 ALIVE 15:30 B3.9 L-42", "2026-11-29T15:00:00Z"), "2026-11-28T15:30:00.000Z");
});
