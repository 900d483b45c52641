/** Whether a letter about an alarm can reach anybody. */
import assert from "node:assert/strict";
import test from "node:test";
import { unreachedOf } from "./reach.ts";

const NOW = Date.UTC(2026, 10, 30, 12);
const person = (id: string, more = {}) => ({
  id,
  role: "ranger" as const,
  closed: false,
  email: `${id}@example.org`,
  ...more,
});
const { email: _email, ...unreachable } = person("asha");
const line = [{ account: "asha", position: 0, days: "1111111", opens: "00:00", closes: "00:00" }];

test("LW24 why no letter goes out: no mail server, nobody on watch, no address, a server that takes none", () => {
  const all = { hasMail: true, line, accounts: [person("asha")], letters: [], now: NOW };
  const why = (more: Partial<Parameters<typeof unreachedOf>[0]>) =>
    unreachedOf({ ...all, ...more });
  assert.equal(why({}), undefined);
  assert.equal(why({ hasMail: false }), "mail");
  assert.equal(why({ line: [] }), "line");
  assert.equal(why({ accounts: [person("asha", { closed: true })] }), "line");
  assert.equal(why({ accounts: [person("asha", { role: "teacher" })] }), "line");
  assert.equal(why({ accounts: [unreachable, person("baraka")] }), "addresses");
  assert.equal(why({ letters: [{ at: NOW - 11 * 60_000 }] }), "stuck");
  assert.equal(why({ letters: [{ at: NOW - 9 * 60_000 }] }), undefined);
});
