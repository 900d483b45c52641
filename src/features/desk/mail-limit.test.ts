import assert from "node:assert/strict";
import test from "node:test";
import { MAIL_MINUTES, openMailLimit } from "./mail-limit.ts";

test("D23 three mails an hour go to one account; while no fourth goes, the links of all three hold", () => {
  let now = 0;
  const mails = openMailLimit(() => now);
  const sent: number[] = [];
  for (; now < 5 * 3_600_000; now += 1_000) {
    if (mails.take("li")) sent.push(now);
    const hold = sent.filter((at) => now < at + MAIL_MINUTES * 60_000);
    assert.equal(hold.length, Math.min(3, sent.length));
  }
  assert.equal(sent.length, 15);
  assert.ok(mails.take("ana"));
});
