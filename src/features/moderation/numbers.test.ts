import assert from "node:assert/strict";
import test from "node:test";
import type { TallyLine } from "../conversation/private/tables.ts";
import { monthsOf } from "./numbers.ts";

const line = (month: string, what: TallyLine["what"], count: number, reason = ""): TallyLine => ({
  month,
  came: "web",
  what,
  reason,
  count,
});

test("MO16 a count below five is not given, nothing is nothing, and the newest month comes first", () => {
  const months = monthsOf([
    line("2026-10", "came", 5),
    line("2026-11", "came", 4),
    line("2026-11", "refused", 3, "sells"),
    line("2026-11", "refused", 3, "own"),
    line("2026-11", "taken", 4, "sells"),
  ]);
  assert.deepEqual(
    months.map(({ month }) => month),
    ["2026-11", "2026-10"],
  );
  const [{ sources, reasons }] = months as [(typeof months)[number]];
  assert.deepEqual(sources[0]!.counts, {
    came: "few",
    shown: 0,
    refused: 6,
    taken: "few",
    appealed: 0,
    upheld: 0,
    overturned: 0,
  });
  assert.deepEqual(reasons, [
    { reason: "sells", count: 7 },
    { reason: "own", count: "few" },
  ]);
});
