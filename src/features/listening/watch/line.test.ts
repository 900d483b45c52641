import assert from "node:assert/strict";
import test from "node:test";
import { isOn, lineAt } from "./line.ts";

const MONDAY = Date.UTC(2026, 10, 30);
const at = (day: number, hour: number, minute = 0) =>
  MONDAY + ((day * 24 + hour) * 60 + minute) * 60_000;

test("LW9 a watch has days and hours; one over midnight belongs to the day on which it begins", () => {
  const day = { days: "1111100", opens: "06:00", closes: "18:00" };
  assert.deepEqual(
    [at(0, 5, 59), at(0, 6), at(0, 17, 59), at(0, 18), at(5, 12)].map((one) => isOn(day, one)),
    [false, true, true, false, false],
  );
  const night = { days: "0000100", opens: "18:00", closes: "06:00" };
  assert.deepEqual(
    [at(4, 3), at(4, 18), at(4, 23), at(5, 5, 59), at(5, 6), at(5, 19)].map((one) =>
      isOn(night, one),
    ),
    [false, true, true, true, false, false],
  );
  const always = { days: "1000000", opens: "00:00", closes: "00:00" };
  assert.deepEqual([isOn(always, at(0, 3)), isOn(always, at(1, 3))], [true, false]);
});

test("LW8 where nobody is on watch everybody of the line is told, in its order", () => {
  const line = ["a", "b"].map((account, position) => ({
    account,
    position,
    days: "1111111",
    opens: position === 0 ? "06:00" : "08:00",
    closes: "18:00",
  }));
  const names = (time: number) => lineAt(line, time).map(({ account }) => account);
  assert.deepEqual(
    [names(at(0, 7)), names(at(0, 9)), names(at(0, 22))],
    [["a"], ["a", "b"], ["a", "b"]],
  );
});
