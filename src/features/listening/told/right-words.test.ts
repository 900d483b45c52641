import assert from "node:assert/strict";
import test from "node:test";
import { wordsIn } from "../words.ts";
import { whyNoShare } from "./right-words.tsx";

test("LT5 of a month without an alarm it is not said that nobody went", () => {
  const words = wordsIn("en");
  assert.equal(whyNoShare([{ alarms: 0 }], words), words.table.noAlarm);
  assert.equal(whyNoShare([], words), words.table.noAlarm);
  assert.equal(whyNoShare([{ alarms: 0 }, { alarms: 2 }], words), words.table.noneSeen);
});
