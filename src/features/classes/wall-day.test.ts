/** The day of a class is the one on the wall where its instance stands, on every page of it. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { wallDay } from "./wall-day.ts";

test("CL24 a class that begins in the morning is on its own day, east and west of Greenwich", () => {
  const before = process.env["TZ"];
  const evening = Date.UTC(2026, 10, 24, 22);
  try {
    for (const [zone, day] of [
      ["Asia/Manila", "2026-11-25"],
      ["UTC", "2026-11-24"],
      ["America/Bogota", "2026-11-24"],
    ] as const) {
      process.env["TZ"] = zone;
      assert.equal(wallDay(evening), day, zone);
    }
    process.env["TZ"] = "America/Bogota";
    assert.equal(wallDay(Date.UTC(2026, 10, 24, 3)), "2026-11-23");
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
});

test("CL24 no page of a class has another day than its board", () => {
  const files = globSync("src/features/classes/**/*.{ts,tsx}").filter(
    (file) => !/\.test\.tsx?$/.test(file) && !file.includes("/xapi/"),
  );
  const text = (file: string) => readFileSync(file, "utf8");
  assert.ok(files.filter((file) => /wallDay\(/.test(text(file))).length > 6);
  assert.deepEqual(
    files.filter((file) => /\bdayAt\(/.test(text(file))),
    [],
  );
});
